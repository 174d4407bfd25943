import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { artifactEncryption, project } from '../../src/services/codebuild/project.ts';

export default customerKey(project, 'codebuild-project-artifacts-encrypted-cmk', {
  title: 'Artifacts of CodeBuild are encrypted with customer managed keys',
  by: artifactEncryption,
  unless: [{ at: 'artifacts', is: ['none'], because: '{label} keeps no artifacts of its own' }],
  risk: "With S3's own key nobody decides by its policy who may read what was built, and what is in it.",
  fix: {
    text: 'Let the role of the project use a key of your own, then name it. Artifacts that are there keep their key.',
    cli: 'aws codebuild update-project --name {id} --encryption-key KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
});
