import { fail, pass, unknown } from '../../engine/check.ts';

const anew =
  'A definition cannot be changed: create another one with the same settings and `NetworkConfig`, let the monitoring schedule use it (`aws sagemaker update-monitoring-schedule`), then delete this one.';

/** What the checks of SageMaker's monitoring jobs have in common that ask whether their containers reach the network. */
export const isolatedJobs = {
  at: 'network.isolated',
  is: {
    true: pass('{label} runs its containers without a network'),
    false: fail('{label} lets its containers reach the network; expected EnableNetworkIsolation'),
  },
  // Off unless it is asked for: https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-explainability-job-network-isolation.html
  unsaid: fail('{label} does not turn network isolation on; expected EnableNetworkIsolation'),
  risk: 'A container that was tampered with sends the captured requests and predictions wherever it wants.',
  fix: {
    text: `${anew} \`EnableNetworkIsolation\` keeps containers from all calls, to AWS too: SageMaker itself brings them their data and takes their results.`,
  },
} as const;

/** The same of those that ask whether the traffic between its instances is encrypted. */
export const encryptedJobs = {
  at: 'network.encrypted',
  is: {
    true: pass('{label} encrypts the traffic between its instances'),
    false: fail(
      '{label} does not encrypt the traffic between its {network.instances} instances; expected EnableInterContainerTrafficEncryption',
    ),
  },
  unsaid: fail(
    '{label} does not turn encryption of the traffic between its {network.instances} instances on; expected EnableInterContainerTrafficEncryption',
  ),
  unless: [
    // https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-explainability-job-encrypt-in-transit.html
    {
      at: 'network.instances',
      is: [1],
      because: '{label} runs on one instance: there is no traffic between instances',
    },
    {
      at: 'network.instances',
      is: [undefined],
      verdict: unknown('AWS does not say on how many instances {label} runs'),
    },
  ],
  risk: 'Whoever listens in the network that the instances share reads the data that the job works on.',
  fix: { text: `${anew} \`EnableInterContainerTrafficEncryption\` may make jobs slower.` },
} as const;
