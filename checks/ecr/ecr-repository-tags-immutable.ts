import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { repository } from '../../src/services/ecr/repository.ts';
import { few } from '../../src/text/few.ts';

/** A filter stands for every tag where it is of nothing but wildcards. */
const excludesAll = (filters: readonly string[]): boolean => filters.some((filter) => /^\*+$/.test(filter));

export default state(repository, 'ecr-repository-tags-immutable', {
  title: 'Tags of images in ECR cannot be moved',
  at: 'mutability',
  is: {
    IMMUTABLE: pass('{name} lets no tag be moved to another image'),
    IMMUTABLE_WITH_EXCLUSION: ({ name, exclusions }) => {
      if (exclusions === undefined) return unknown(`AWS does not say which tags of ${name} may be moved`);
      return excludesAll(exclusions)
        ? fail(`${name} lets every tag be moved: its filters (${few(exclusions)}) exclude all; expected fewer`)
        : pass(`${name} lets no tag be moved, except those that its filters name: ${few(exclusions)}`, { exclusions });
    },
    MUTABLE: fail('{name} lets tags be moved to other images; expected IMMUTABLE'),
    MUTABLE_WITH_EXCLUSION: ({ name, exclusions }) =>
      excludesAll(exclusions ?? [])
        ? pass(`${name} lets no tag be moved: its filters exclude all from being mutable`, { exclusions })
        : fail(
            `${name} lets tags be moved to other images, except those that its filters name${exclusions === undefined ? '' : `: ${few(exclusions)}`}; expected IMMUTABLE`,
          ),
  },
  unsaid: unknown('AWS does not say whether {name} lets tags be moved'),
  risk: 'Whoever may push replaces the image behind a tag that is deployed: the next start runs his code, under the name of yours.',
  fix: {
    text: 'Let builds push a tag of their own each time, such as the commit, and deploy by it; a tag like `latest` can be excluded by a filter. Pushes that would move a tag are refused from then on.',
    cli: 'aws ecr put-image-tag-mutability --repository-name {name} --image-tag-mutability IMMUTABLE',
    terraform:
      'resource "aws_ecr_repository" "this" {\n  name                 = "{name}"\n  image_tag_mutability = "IMMUTABLE"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-2',
  ],
});
