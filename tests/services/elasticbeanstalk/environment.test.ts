import { expect, it } from 'vitest';
import { environment } from '../../../src/services/elasticbeanstalk/environment.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const streams = (DeploymentStatus: string, Value: string): object => ({
  DeploymentStatus,
  OptionSettings: [{ Namespace: 'aws:elasticbeanstalk:cloudwatch:logs', OptionName: 'StreamLogs', Value }],
});
const optionsOf = async (...ConfigurationSettings: readonly object[]) => {
  const { records } = await collectType(environment, ['options'], {
    DescribeEnvironments: {
      Environments: [
        { EnvironmentId: 'e-1', EnvironmentName: 'live', ApplicationName: 'shop', Status: 'Ready' },
        { EnvironmentId: 'e-2', EnvironmentName: 'gone', ApplicationName: 'shop', Status: 'Terminated' },
      ],
    },
    DescribeConfigurationSettings: { ConfigurationSettings },
  });
  expect(records.map(({ item }) => item.id)).toEqual(['e-1']);
  return records[0]?.outcomes['options'];
};

it.each([
  ['in force', [streams('deployed', 'true')], true],
  ['in force, in capitals', [streams('deployed', 'False')], false],
  ['in force, with another to come', [streams('pending', 'true'), streams('deployed', 'false')], false],
  ['still to come', [streams('pending', 'true')], undefined],
  ['of tomorrow', [streams('deployed', 'sometimes')], undefined],
])('an option that is %s', async (_when, sets, streamsLogs) => {
  expect(await optionsOf(...sets)).toMatchObject({ kind: 'present', value: { streamsLogs } });
});

it('an answer without settings is none', async () => {
  expect(await optionsOf()).toMatchObject({ kind: 'failed' });
});
