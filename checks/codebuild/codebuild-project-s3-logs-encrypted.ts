import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default state(project, 'codebuild-project-s3-logs-encrypted', {
  title: 'Logs that CodeBuild keeps in S3 are encrypted',
  at: 's3Logs',
  is: {
    encrypted: pass('{label} encrypts its logs in S3'),
    open: fail('{label} has the encryption of its logs in S3 turned off'),
    none: notApplicable('{label} keeps no logs in S3'),
  },
  risk: 'Logs show what builds print: addresses, names, and now and then a key.',
  fix: {
    text: 'Turn the encryption of logs on: their settings are given as a whole (`aws codebuild update-project --logs-config`).',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-3'],
});
