import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default state(project, 'codebuild-project-privileged-mode-disabled', {
  title: 'CodeBuild projects do not run privileged',
  at: 'privileged',
  is: {
    false: pass('{label} does not run privileged'),
    true: fail('{label} runs privileged'),
  },
  unsaid: unknown('AWS does not say whether {label} runs privileged'),
  risk: 'Commands of a build have all rights on the machine beneath the container, and its devices.',
  fix: {
    text: 'Only builds that make Docker images need it: take it off the others. The environment of a project is given as a whole (`aws codebuild update-project --environment`).',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html'],
});
