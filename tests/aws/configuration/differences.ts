import type { Answer } from './cases.ts';

/**
 * Where the SDK for JavaScript and boto3 say something else than we do, and why ours is another. They are asked by the tests.
 * AWS's command line, version 2, decides: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export const differences: Readonly<
  Record<string, { readonly javascript?: Answer; readonly boto3?: Answer; readonly why: string }>
> = {
  'AWS_REGION alone': {
    boto3: { key: 'AKIAENV' },
    why: 'Boto3 knows AWS_DEFAULT_REGION only.',
  },
  'AWS_DEFAULT_REGION alone': {
    javascript: { key: 'AKIAENV' },
    why: 'The SDK for JavaScript does not know AWS_DEFAULT_REGION, which AWS’s command line reads.',
  },
  'AWS_REGION beside AWS_DEFAULT_REGION': {
    boto3: { region: 'eu-west-2', key: 'AKIAENV' },
    why: 'Boto3 knows AWS_DEFAULT_REGION only.',
  },
  'an empty AWS_REGION': {
    javascript: { error: true },
    why: 'An empty variable is one that is not set, as CI systems leave them.',
  },
  'an empty AWS_REGION and a default profile': {
    javascript: { error: true },
    why: 'An empty variable is one that is not set, as CI systems leave them.',
  },
  'both empty': {
    javascript: { error: true },
    why: 'An empty variable is one that is not set, as CI systems leave them.',
  },
  'AWS_REGION beside the region of --profile': {
    boto3: { region: 'eu-north-1', key: 'AKIAX' },
    why: 'Boto3 knows AWS_DEFAULT_REGION only.',
  },
  'AWS_DEFAULT_REGION beside the region of --profile': {
    javascript: { region: 'eu-north-1', key: 'AKIAX' },
    why: 'The SDK for JavaScript does not know AWS_DEFAULT_REGION, which AWS’s command line reads.',
  },
  'spaces around the region': {
    javascript: { error: true },
    boto3: { key: 'AKIAENV' },
    why: 'No region has spaces in its name, and boto3 knows AWS_DEFAULT_REGION only.',
  },
  'keys in the environment beside AWS_PROFILE': {
    javascript: { key: 'AKIAX' },
    why: 'In AWS’s command line keys in the environment win over AWS_PROFILE, and --profile over both.',
  },
  'an empty AWS_PROFILE': {
    boto3: { error: true },
    why: 'An empty variable is one that is not set, as CI systems leave them.',
  },
  AWS_DEFAULT_PROFILE: {
    javascript: { error: true },
    why: 'The SDK for JavaScript does not know AWS_DEFAULT_PROFILE, which AWS’s command line reads.',
  },
  'AWS_DEFAULT_PROFILE beside AWS_PROFILE': {
    boto3: { key: 'AKIAX' },
    why: 'Only AWS_PROFILE is documented; the other is a fallback, so it cannot win.',
  },
  'half a pair in the environment': {
    javascript: { key: 'AKIADEFAULT' },
    why: 'Half a pair is a mistake; taking somebody else’s keys instead hides it.',
  },
  'the endpoint of a chosen profile': {
    javascript: { key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'the endpoint of the default profile beside a chosen one': {
    javascript: { s3: 'https://default.example', sts: 'https://default.example', key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'a services section': {
    javascript: { key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'a services section beside endpoint_url': {
    javascript: { key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'a services section that does not exist': {
    javascript: { key: 'AKIAX' },
    why: 'A section that does not exist is a mistake; requests would go elsewhere than meant.',
  },
  'the services section of the default profile beside a chosen one': {
    javascript: { s3: 'https://s3.example', key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'ignore_configured_endpoint_urls of a profile': {
    javascript: { s3: 'https://all.example', sts: 'https://all.example', key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
  'plain HTTP to a host of the environment': {
    javascript: { s3: 'http://plain.example', sts: 'http://plain.example', key: 'AKIAENV' },
    boto3: { s3: 'http://plain.example', sts: 'http://plain.example', key: 'AKIAENV' },
    why: 'Credentials go over plain HTTP to another machine only when the command line says so.',
  },
  'plain HTTP to a host of the profile': {
    javascript: { key: 'AKIAX' },
    boto3: { s3: 'http://plain.example', sts: 'http://plain.example', key: 'AKIAX' },
    why: 'Credentials go over plain HTTP to another machine only when the command line says so.',
  },
  'an endpoint without a scheme': {
    javascript: { s3: 'localhost:4566', sts: 'localhost:4566', key: 'AKIAENV' },
    why: 'A value that means nothing is a mistake, and is not passed over in silence.',
  },
  'AWS_USE_FIPS_ENDPOINT in capitals': {
    javascript: { key: 'AKIAENV' },
    why: 'AWS’s command line takes true in any case.',
  },
  'an AWS_USE_FIPS_ENDPOINT that is neither': {
    javascript: { key: 'AKIAENV' },
    boto3: { key: 'AKIAENV' },
    why: 'A value that means nothing is a mistake, and is not passed over in silence.',
  },
  'max_attempts that is no number': {
    javascript: { key: 'AKIAX' },
    why: 'A value that means nothing is a mistake, and is not passed over in silence.',
  },
  'a retry mode that is none': {
    javascript: { key: 'AKIAENV' },
    why: 'A value that means nothing is a mistake, and is not passed over in silence.',
  },
  'a default profile that says everything, beside a chosen one': {
    javascript: { s3: 'https://default.example', sts: 'https://default.example', key: 'AKIAX' },
    why: 'The SDK for JavaScript takes endpoints from the profile of AWS_PROFILE or default alone, whatever profile was chosen, and does not know ignore_configured_endpoint_urls.',
  },
};
