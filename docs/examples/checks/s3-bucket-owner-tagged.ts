import { defineCheck, fail, notApplicable, pass, resources } from 'aws-posture-audit';

/** Our own rule: whoever finds a bucket must be able to find its owner. */
export default defineCheck({
  id: 's3-bucket-owner-tagged',
  title: 'Buckets name their owner in a tag',
  severity: 'low',
  category: 'security',
  resource: resources.s3.bucket,
  needs: ['tagSet'],
  settings: {
    tag: { type: 'strings', default: ['owner', 'team'], describe: 'tags of which one must be set' },
  },
  risk: 'Nobody can say whether the data of a bucket without an owner may be shared, kept or deleted.',
  fix: {
    text: 'Set the tag `owner` to the team that answers for the data.',
    cli: "aws s3api put-bucket-tagging --bucket {name} --tagging 'TagSet=[{Key=owner,Value=TEAM}]'",
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/CostAllocTagging.html'],
  evaluate({ name, tagSet }, { settings }) {
    if (name.startsWith('cdk-')) return notApplicable('CDK owns its staging buckets');
    const found = settings.tag.find((key) => tagSet?.[key] !== undefined);
    return found === undefined
      ? fail(`${name} has none of the tags ${settings.tag.join(', ')}`, tagSet)
      : pass(`${name} is owned by ${tagSet?.[found]}`, tagSet);
  },
});
