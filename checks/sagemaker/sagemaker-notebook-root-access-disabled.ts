import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notebookInstance } from '../../src/services/sagemaker/notebook-instance.ts';
import { shell } from '../../src/text/shell.ts';

export default state(notebookInstance, 'sagemaker-notebook-root-access-disabled', {
  title: 'Users of notebook instances are not root',
  needs: ['details'],
  at: 'details.root',
  is: {
    Disabled: pass('{label} gives its users no root access'),
    Enabled: fail('{label} gives its users root access; expected RootAccess Disabled'),
  },
  unsaid: unknown('AWS does not say whether users of {label} have root access'),
  risk: 'Whoever gets into the notebook changes its system: agents that watch it, its network, and what the next user runs.',
  fix: {
    text: 'Turn root access off. Packages are then installed by a lifecycle configuration, which always runs as root. `--root-access Enabled` undoes it.',
    exact: ({ name, details: { status } }) => ({
      ...(status === 'Stopped'
        ? {}
        : {
            note: 'The instance has to be stopped first: what runs in it ends, and what is not on its volume is lost.',
          }),
      cli: shell`aws sagemaker update-notebook-instance --notebook-instance-name ${name} --root-access Disabled`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-3',
  ],
});
