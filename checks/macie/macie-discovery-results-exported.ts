import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { isAdministered, macieSession } from '../../src/services/macie/session.ts';

export default defineCheck({
  id: 'macie-discovery-results-exported',
  title: "Macie's results are kept in a bucket",
  resource: macieSession,
  needs: ['session', 'administrator', 'resultsBucket'],
  risk: 'Macie keeps what it found in objects for 90 days only: after that, what was looked at and with what result cannot be shown any more.',
  fix: {
    text: 'Choose a bucket and a key of your own whose policies let Macie write and encrypt. It applies to the region; the same command with another bucket changes it.',
    cli: 'aws macie2 put-classification-export-configuration --configuration s3Destination={bucketName=BUCKET,kmsKeyArn=KEY_ARN}',
  },
  references: ['https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html'],
  evaluate({ name, session, administrator, resultsBucket }) {
    if (session === undefined || resultsBucket === undefined) return notApplicable(`${name} is off`);
    const { bucket } = resultsBucket;
    if (bucket !== undefined) return pass(`${name} keeps its results in bucket ${bucket}`, resultsBucket);
    // Its administrator discovers and keeps the results; a member that runs no jobs of its own needs no bucket.
    if (isAdministered(administrator))
      return notApplicable(
        `${name} is administered by account ${administrator?.account ?? 'that AWS does not name'}, which keeps the results of its discovery`,
      );
    return fail(`${name} keeps its results for 90 days only: no bucket is set for them`, resultsBucket);
  },
});
