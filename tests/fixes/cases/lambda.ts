import type { Aws, Build } from '../world.ts';
import { account, region } from '../world.ts';

/** A function that nobody else may call yet. */
async function create(aws: Aws): Promise<void> {
  const trust = {
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  await aws`iam create-role --role-name job --assume-role-policy-document ${trust}`;
  const spec = {
    FunctionName: 'orders',
    Role: `arn:aws:iam::${account}:role/job`,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { S3Bucket: 'code', S3Key: 'orders.zip' },
  };
  await aws`s3api create-bucket --bucket code --create-bucket-configuration ${{ LocationConstraint: region }}`;
  await aws`s3api put-object --bucket code --key orders.zip`;
  await aws`lambda create-function --cli-input-json ${spec}`;
}

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'lambda-function-policy-not-public': async (aws, front) => {
    await create(aws);
    front.error(
      { service: 'lambda', operation: 'GetResourcePolicy' },
      { code: 'ResourceNotFoundException', status: 404 },
    );
    front.answer({ service: 'lambda', operation: 'ListFunctionUrlConfigs' }, { FunctionUrlConfigs: [] });
    await aws`lambda add-permission --function-name orders --statement-id all --principal * --action lambda:InvokeFunction`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'lambda-function-environment-no-secrets':
    'The API takes all variables anew, with values that must not be shown: there is no command',
  'lambda-function-xray-tracing-enabled': 'the emulator does not change how a function is traced',
  'lambda-function-environment-encrypted-cmk': 'the emulator does not change the key of a function',
  'lambda-function-resource-policy-whole-not-public': 'the emulator knows no resource policy that is put whole',
};
