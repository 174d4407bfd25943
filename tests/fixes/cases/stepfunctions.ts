import type { Build } from '../world.ts';

const machine = `{"StartAt":"Done","States":{"Done":{"Type":"Pass","End":true}}}`;
const create: Build = async (aws) => {
  await aws`stepfunctions create-state-machine --name flow --role-arn arn:aws:iam::123456789012:role/job --logging-configuration level=OFF,includeExecutionData=false --tracing-configuration enabled=false --encryption-configuration type=AWS_OWNED_KEY --definition ${machine}`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'stepfunctions-state-machine-logging-enabled': async (aws, front) => {
    await create(aws, front);
    return { LOG_GROUP_ARN: 'arn:aws:logs:eu-west-1:123456789012:log-group:flow' };
  },
  'stepfunctions-state-machine-xray-tracing-enabled': create,
  'stepfunctions-state-machine-encrypted-cmk': async (aws, front) => {
    await create(aws, front);
    return { KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
};

export const untried: Readonly<Record<string, string>> = {
  'stepfunctions-state-machine-definition-no-secrets': 'A new definition has to be written: there is no command',
};
