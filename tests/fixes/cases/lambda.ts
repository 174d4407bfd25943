import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';
import { account, region } from '../world.ts';

const trust = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** A function that nobody else may call yet. */
async function create(aws: Aws): Promise<void> {
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
  'lambda-function-layers-no-public-policy': lacks('lambda', 'GetLayerVersionPolicy'),
  'lambda-function-url-auth-required': lacks('lambda', 'ListFunctionUrlConfigs'),
  'lambda-function-runtime-supported':
    'no command: the code has to fit the runtime that takes the place of the old one',
  'lambda-function-in-vpc': 'the emulator does not change the network of a function',
  'lambda-function-dead-letter-queue-configured': 'the emulator does not change the dead-letter queue of a function',
  'lambda-function-code-signing-enabled': lacks('lambda', 'PutFunctionCodeSigningConfig'),
  'lambda-function-role-least-privilege': 'no command: what the function needs is for a person to say',
  'lambda-function-role-not-shared': 'no command: each of the functions that share it needs a role to be made first',
  'lambda-function-role-no-admin': 'no command: what the function needs is for a person to say',
  'lambda-function-environment-no-secrets':
    'The API takes all variables anew, with values that must not be shown: there is no command',
  'lambda-function-xray-tracing-enabled': 'the emulator does not change how a function is traced',
  'lambda-function-environment-encrypted-cmk': 'the emulator does not change the key of a function',
  'lambda-function-resource-policy-whole-not-public': 'the emulator knows no resource policy that is put whole',
};
