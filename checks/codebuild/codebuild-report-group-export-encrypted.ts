import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { reportGroup } from '../../src/services/codebuild/report-group.ts';

export default state(reportGroup, 'codebuild-report-group-export-encrypted', {
  title: 'Reports that CodeBuild exports are encrypted',
  unless: [{ at: 'exported', is: ['NO_EXPORT'], because: '{label} exports nothing' }],
  at: 'unencrypted',
  is: {
    false: pass('{label} encrypts what it exports'),
    true: fail('{label} has the encryption of what it exports turned off'),
  },
  unsaid: unknown('AWS does not say whether {label} encrypts what it exports'),
  risk: 'Results of tests tell what does not work, and hold data that tests were made with.',
  fix: {
    text: 'Turn the encryption on: the settings of the export are given as a whole (`aws codebuild update-report-group --export-config`). What is there already stays as it is.',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/test-report-group-create.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-7',
  ],
});
