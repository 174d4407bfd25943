import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { environmentEncryption, lambdaFunction } from '../../src/services/lambda/function.ts';

export default customerKey(lambdaFunction, 'lambda-function-environment-encrypted-cmk', {
  title: "Environment variables of Lambda functions are encrypted with the customer's key",
  by: environmentEncryption,
  unless: [{ at: 'hasVariables', is: [false], because: '{label} has no environment variables' }],
  risk: "With a key of AWS, whoever may read the function's configuration reads the variables too; a key of your own says who may.",
  fix: {
    text: 'Give the function a KMS key. Its role needs no permission on the key for variables that Lambda decrypts; whoever updates or views the function needs kms:Encrypt and kms:Decrypt. An empty `--kms-key-arn` undoes it.',
    cli: 'aws lambda update-function-configuration --function-name {id} --kms-key-arn KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
});
