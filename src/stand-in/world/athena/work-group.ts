import { answers, here } from '../../answers.ts';
import { keyArn } from '../../facts.ts';

const groups = {
  primary: {
    ResultConfiguration: { OutputLocation: 's3://query-results/' },
    EnforceWorkGroupConfiguration: false,
    PublishCloudWatchMetricsEnabled: false,
    EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
  },
  reporting: {
    ResultConfiguration: {
      OutputLocation: 's3://query-results/reporting/',
      EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: keyArn },
    },
    EnforceWorkGroupConfiguration: true,
    PublishCloudWatchMetricsEnabled: true,
    EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
  },
};
const named = (Name: keyof typeof groups) => ({ Name, State: 'ENABLED' });

export default answers(
  'athena',
  {
    ListWorkGroups: here({ WorkGroups: [named('primary'), named('reporting')] }),
    GetWorkGroup: ({ input }) => {
      const name = input['WorkGroup'] === 'reporting' ? 'reporting' : 'primary';
      return { WorkGroup: { ...named(name), Configuration: groups[name] } };
    },
  },
  { 'AWS::Athena::WorkGroup': 'reporting' },
);
