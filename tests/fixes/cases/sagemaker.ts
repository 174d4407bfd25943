export const fixes = {};

const definition = 'no command: a definition cannot be changed, and another one needs all of its settings';
const network = 'no command: the network is chosen when an instance is created';

export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['bias', 'data-quality', 'explainability', 'model-quality'].flatMap((kind) =>
      ['network-isolated', 'traffic-encrypted'].map((what) => [`sagemaker-${kind}-job-${what}`, definition]),
    ),
  ),
  'sagemaker-notebook-in-vpc': network,
  'sagemaker-notebook-no-direct-internet-access': network,
  'sagemaker-notebook-root-access-disabled': 'the emulator does not change notebook instances',
};
