/** What decides, of one combination of command line, environment and files. */
export interface Answer {
  readonly region?: string;
  /** Where S3's requests go; absent: to AWS. */
  readonly s3?: string;
  /** The same for STS. */
  readonly sts?: string;
  readonly fips?: true;
  readonly dualstack?: true;
  /** Access key id. */
  readonly key?: string;
  readonly caBundle?: string;
  readonly attempts?: number;
  /** It does not work, whatever the words are. */
  readonly error?: true;
}

export interface Case {
  readonly when: string;
  readonly profile?: string;
  readonly endpointUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: string;
  readonly credentials?: string;
  /** By AWS's command line, version 2, as documented. */
  readonly ours: Answer;
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' };
const pair = (id: string): string => `aws_access_key_id = ${id}\naws_secret_access_key = s\n`;
/** A default profile that says everything, and must say nothing for another. */
const loud = `[default]
region = ap-south-1
endpoint_url = https://default.example
use_fips_endpoint = true
use_dualstack_endpoint = true
ca_bundle = /default.pem
max_attempts = 9
${pair('AKIADEFAULT')}`;
const x = (more = ''): string => `[profile x]\n${more}`;
const xKey = { key: 'AKIAX' } as const;

export const cases: readonly Case[] = [
  // Region
  { when: 'nothing names a region', env: keys, ours: { key: 'AKIAENV' } },
  {
    when: 'AWS_REGION alone',
    env: { ...keys, AWS_REGION: 'eu-west-1' },
    ours: { region: 'eu-west-1', key: 'AKIAENV' },
  },
  {
    when: 'AWS_DEFAULT_REGION alone',
    env: { ...keys, AWS_DEFAULT_REGION: 'eu-west-2' },
    ours: { region: 'eu-west-2', key: 'AKIAENV' },
  },
  {
    when: 'AWS_REGION beside AWS_DEFAULT_REGION',
    env: { ...keys, AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' },
    ours: { region: 'eu-west-1', key: 'AKIAENV' },
  },
  {
    when: 'an empty AWS_REGION',
    env: { ...keys, AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-2' },
    ours: { region: 'eu-west-2', key: 'AKIAENV' },
  },
  {
    when: 'an empty AWS_REGION and a default profile',
    env: { ...keys, AWS_REGION: '' },
    config: '[default]\nregion = eu-west-3\n',
    ours: { region: 'eu-west-3', key: 'AKIAENV' },
  },
  { when: 'both empty', env: { ...keys, AWS_REGION: '', AWS_DEFAULT_REGION: '' }, ours: { key: 'AKIAENV' } },
  {
    when: 'the region of the default profile',
    env: keys,
    config: '[default]\nregion = eu-west-3\n',
    ours: { region: 'eu-west-3', key: 'AKIAENV' },
  },
  {
    when: 'the region of a chosen profile',
    profile: 'x',
    config: x(`region = eu-north-1\n${pair('AKIAX')}`),
    ours: { region: 'eu-north-1', ...xKey },
  },
  {
    when: 'the region of AWS_PROFILE',
    env: { AWS_PROFILE: 'x' },
    config: x(`region = eu-north-1\n${pair('AKIAX')}`),
    ours: { region: 'eu-north-1', ...xKey },
  },
  {
    when: 'AWS_REGION beside the region of --profile',
    profile: 'x',
    env: { AWS_REGION: 'eu-west-1' },
    config: x(`region = eu-north-1\n${pair('AKIAX')}`),
    ours: { region: 'eu-west-1', ...xKey },
  },
  {
    when: 'AWS_DEFAULT_REGION beside the region of --profile',
    profile: 'x',
    env: { AWS_DEFAULT_REGION: 'eu-west-2' },
    config: x(`region = eu-north-1\n${pair('AKIAX')}`),
    ours: { region: 'eu-west-2', ...xKey },
  },
  {
    when: 'a region in the credentials file',
    profile: 'x',
    config: x(),
    credentials: `[x]\nregion = eu-south-1\n${pair('AKIAX')}`,
    ours: { region: 'eu-south-1', ...xKey },
  },
  {
    when: 'regions in both files',
    profile: 'x',
    config: x('region = eu-north-1\n'),
    credentials: `[x]\nregion = eu-south-1\n${pair('AKIAX')}`,
    ours: { region: 'eu-south-1', ...xKey },
  },
  {
    when: 'the region of another profile',
    profile: 'x',
    config: `${x(pair('AKIAX'))}[default]\nregion = eu-west-3\n`,
    ours: { ...xKey },
  },
  {
    when: 'spaces around the region',
    env: { ...keys, AWS_REGION: ' eu-west-1 ' },
    ours: { region: 'eu-west-1', key: 'AKIAENV' },
  },
  // Credentials
  {
    when: 'keys in the environment beside the default profile',
    env: keys,
    config: `[default]\n${pair('AKIADEFAULT')}`,
    ours: { key: 'AKIAENV' },
  },
  { when: 'keys in the environment beside --profile', profile: 'x', env: keys, config: x(pair('AKIAX')), ours: xKey },
  {
    when: 'keys in the environment beside AWS_PROFILE',
    env: { ...keys, AWS_PROFILE: 'x' },
    config: x(pair('AKIAX')),
    ours: { key: 'AKIAENV' },
  },
  {
    when: 'AWS_PROFILE beside --profile',
    profile: 'x',
    env: { AWS_PROFILE: 'y' },
    config: `${x(pair('AKIAX'))}[profile y]\n${pair('AKIAY')}`,
    ours: xKey,
  },
  {
    when: 'an empty AWS_PROFILE',
    env: { AWS_PROFILE: '' },
    config: `[default]\n${pair('AKIADEFAULT')}`,
    ours: { key: 'AKIADEFAULT' },
  },
  { when: 'AWS_DEFAULT_PROFILE', env: { AWS_DEFAULT_PROFILE: 'x' }, config: x(pair('AKIAX')), ours: xKey },
  {
    when: 'AWS_DEFAULT_PROFILE beside AWS_PROFILE',
    env: { AWS_DEFAULT_PROFILE: 'x', AWS_PROFILE: 'y' },
    config: `${x(pair('AKIAX'))}[profile y]\n${pair('AKIAY')}`,
    ours: { key: 'AKIAY' },
  },
  { when: 'a profile that does not exist', profile: 'gone', env: keys, ours: { error: true } },
  { when: 'an AWS_PROFILE that does not exist', env: { ...keys, AWS_PROFILE: 'gone' }, ours: { error: true } },
  {
    when: 'keys in both files',
    profile: 'x',
    config: x(pair('AKIACONFIG')),
    credentials: `[x]\n${pair('AKIAX')}`,
    ours: xKey,
  },
  { when: 'a profile in the credentials file alone', profile: 'x', credentials: `[x]\n${pair('AKIAX')}`, ours: xKey },
  {
    when: 'half a pair in the environment',
    env: { AWS_ACCESS_KEY_ID: 'AKIAENV' },
    config: `[default]\n${pair('AKIADEFAULT')}`,
    ours: { error: true },
  },
  {
    when: 'empty keys in the environment',
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    config: `[default]\n${pair('AKIADEFAULT')}`,
    ours: { key: 'AKIADEFAULT' },
  },
  {
    when: 'a profile with a program',
    profile: 'x',
    config: x('credential_process = echo \'{"Version":1,"AccessKeyId":"AKIAX","SecretAccessKey":"s"}\'\n'),
    ours: xKey,
  },
  {
    when: 'a program beside keys in the credentials file',
    profile: 'x',
    config: x('credential_process = echo \'{"Version":1,"AccessKeyId":"AKIAPROG","SecretAccessKey":"s"}\'\n'),
    credentials: `[x]\n${pair('AKIAX')}`,
    ours: xKey,
  },
  // Endpoints
  {
    when: '--endpoint-url',
    env: keys,
    endpointUrl: 'https://given.example',
    ours: { s3: 'https://given.example', sts: 'https://given.example', key: 'AKIAENV' },
  },
  {
    when: 'AWS_ENDPOINT_URL',
    env: { ...keys, AWS_ENDPOINT_URL: 'https://all.example' },
    ours: { s3: 'https://all.example', sts: 'https://all.example', key: 'AKIAENV' },
  },
  {
    when: 'AWS_ENDPOINT_URL_S3',
    env: { ...keys, AWS_ENDPOINT_URL_S3: 'https://s3.example' },
    ours: { s3: 'https://s3.example', key: 'AKIAENV' },
  },
  {
    when: 'AWS_ENDPOINT_URL_S3 beside AWS_ENDPOINT_URL',
    env: { ...keys, AWS_ENDPOINT_URL: 'https://all.example', AWS_ENDPOINT_URL_S3: 'https://s3.example' },
    ours: { s3: 'https://s3.example', sts: 'https://all.example', key: 'AKIAENV' },
  },
  {
    when: '--endpoint-url beside AWS_ENDPOINT_URL_S3',
    endpointUrl: 'https://given.example',
    env: { ...keys, AWS_ENDPOINT_URL_S3: 'https://s3.example' },
    ours: { s3: 'https://given.example', sts: 'https://given.example', key: 'AKIAENV' },
  },
  { when: 'an empty AWS_ENDPOINT_URL', env: { ...keys, AWS_ENDPOINT_URL: '' }, ours: { key: 'AKIAENV' } },
  {
    when: 'an empty AWS_ENDPOINT_URL beside a profile’s',
    env: { ...keys, AWS_ENDPOINT_URL: '' },
    config: '[default]\nendpoint_url = https://profile.example\n',
    ours: { s3: 'https://profile.example', sts: 'https://profile.example', key: 'AKIAENV' },
  },
  {
    when: 'the endpoint of the default profile',
    env: keys,
    config: '[default]\nendpoint_url = https://profile.example\n',
    ours: { s3: 'https://profile.example', sts: 'https://profile.example', key: 'AKIAENV' },
  },
  {
    when: 'the endpoint of a chosen profile',
    profile: 'x',
    config: x(`endpoint_url = https://profile.example\n${pair('AKIAX')}`),
    ours: { s3: 'https://profile.example', sts: 'https://profile.example', ...xKey },
  },
  {
    when: 'the endpoint of the default profile beside a chosen one',
    profile: 'x',
    config: `[default]\nendpoint_url = https://default.example\n${x(pair('AKIAX'))}`,
    ours: xKey,
  },
  {
    when: 'the endpoint of the default profile beside AWS_PROFILE',
    env: { AWS_PROFILE: 'x' },
    config: `[default]\nendpoint_url = https://default.example\n${x(pair('AKIAX'))}`,
    ours: xKey,
  },
  {
    when: 'a services section',
    profile: 'x',
    config: `${x(`services = local\n${pair('AKIAX')}`)}[services local]\ns3 =\n  endpoint_url = https://s3.example\n`,
    ours: { s3: 'https://s3.example', ...xKey },
  },
  {
    when: 'a services section beside endpoint_url',
    profile: 'x',
    config: `${x(`services = local\nendpoint_url = https://profile.example\n${pair('AKIAX')}`)}[services local]\ns3 =\n  endpoint_url = https://s3.example\n`,
    ours: { s3: 'https://s3.example', sts: 'https://profile.example', ...xKey },
  },
  {
    when: 'AWS_ENDPOINT_URL beside a services section',
    profile: 'x',
    env: { AWS_ENDPOINT_URL: 'https://all.example' },
    config: `${x(`services = local\n${pair('AKIAX')}`)}[services local]\ns3 =\n  endpoint_url = https://s3.example\n`,
    ours: { s3: 'https://all.example', sts: 'https://all.example', ...xKey },
  },
  {
    when: 'a services section that does not exist',
    profile: 'x',
    config: x(`services = gone\n${pair('AKIAX')}`),
    ours: { error: true },
  },
  {
    when: 'the services section of the default profile beside a chosen one',
    profile: 'x',
    config: `[default]\nservices = local\n${x(pair('AKIAX'))}[services local]\ns3 =\n  endpoint_url = https://s3.example\n`,
    ours: xKey,
  },
  {
    when: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    env: { ...keys, AWS_ENDPOINT_URL: 'https://all.example', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    ours: { key: 'AKIAENV' },
  },
  {
    when: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS beside --endpoint-url',
    endpointUrl: 'https://given.example',
    env: { ...keys, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    ours: { s3: 'https://given.example', sts: 'https://given.example', key: 'AKIAENV' },
  },
  {
    when: 'ignore_configured_endpoint_urls of a profile',
    profile: 'x',
    env: { AWS_ENDPOINT_URL: 'https://all.example' },
    config: x(`ignore_configured_endpoint_urls = true\n${pair('AKIAX')}`),
    ours: xKey,
  },
  {
    when: 'plain HTTP to a host of the environment',
    env: { ...keys, AWS_ENDPOINT_URL: 'http://plain.example' },
    ours: { error: true },
  },
  {
    when: 'plain HTTP to a host of the profile',
    profile: 'x',
    config: x(`endpoint_url = http://plain.example\n${pair('AKIAX')}`),
    ours: { error: true },
  },
  {
    when: 'plain HTTP to this machine',
    env: { ...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' },
    ours: { s3: 'http://127.0.0.1:4566', sts: 'http://127.0.0.1:4566', key: 'AKIAENV' },
  },
  {
    when: 'plain HTTP on the command line',
    endpointUrl: 'http://plain.example',
    env: keys,
    ours: { s3: 'http://plain.example', sts: 'http://plain.example', key: 'AKIAENV' },
  },
  { when: 'an endpoint without a scheme', env: { ...keys, AWS_ENDPOINT_URL: 'localhost:4566' }, ours: { error: true } },
  // FIPS, dual stack, certificates, tries
  {
    when: 'AWS_USE_FIPS_ENDPOINT',
    env: { ...keys, AWS_USE_FIPS_ENDPOINT: 'true' },
    ours: { fips: true, key: 'AKIAENV' },
  },
  {
    when: 'AWS_USE_FIPS_ENDPOINT in capitals',
    env: { ...keys, AWS_USE_FIPS_ENDPOINT: 'TRUE' },
    ours: { fips: true, key: 'AKIAENV' },
  },
  {
    when: 'an AWS_USE_FIPS_ENDPOINT that is neither',
    env: { ...keys, AWS_USE_FIPS_ENDPOINT: 'yes' },
    ours: { error: true },
  },
  {
    when: 'use_fips_endpoint of a profile',
    profile: 'x',
    config: x(`use_fips_endpoint = true\n${pair('AKIAX')}`),
    ours: { fips: true, ...xKey },
  },
  {
    when: 'AWS_USE_FIPS_ENDPOINT=false beside a profile’s',
    profile: 'x',
    env: { AWS_USE_FIPS_ENDPOINT: 'false' },
    config: x(`use_fips_endpoint = true\n${pair('AKIAX')}`),
    ours: xKey,
  },
  {
    when: 'use_dualstack_endpoint of a profile',
    profile: 'x',
    config: x(`use_dualstack_endpoint = true\n${pair('AKIAX')}`),
    ours: { dualstack: true, ...xKey },
  },
  {
    when: 'AWS_USE_DUALSTACK_ENDPOINT',
    env: { ...keys, AWS_USE_DUALSTACK_ENDPOINT: 'true' },
    ours: { dualstack: true, key: 'AKIAENV' },
  },
  {
    when: 'AWS_CA_BUNDLE',
    env: { ...keys, AWS_CA_BUNDLE: '/env.pem' },
    ours: { caBundle: '/env.pem', key: 'AKIAENV' },
  },
  {
    when: 'ca_bundle of a profile',
    profile: 'x',
    config: x(`ca_bundle = /x.pem\n${pair('AKIAX')}`),
    ours: { caBundle: '/x.pem', ...xKey },
  },
  {
    when: 'AWS_CA_BUNDLE beside a profile’s',
    profile: 'x',
    env: { AWS_CA_BUNDLE: '/env.pem' },
    config: x(`ca_bundle = /x.pem\n${pair('AKIAX')}`),
    ours: { caBundle: '/env.pem', ...xKey },
  },
  {
    when: 'AWS_MAX_ATTEMPTS beside a profile’s',
    profile: 'x',
    env: { AWS_MAX_ATTEMPTS: '4' },
    config: x(`max_attempts = 7\n${pair('AKIAX')}`),
    ours: { attempts: 4, ...xKey },
  },
  {
    when: 'max_attempts of a profile',
    profile: 'x',
    config: x(`max_attempts = 7\n${pair('AKIAX')}`),
    ours: { attempts: 7, ...xKey },
  },
  {
    when: 'max_attempts that is no number',
    profile: 'x',
    config: x(`max_attempts = many\n${pair('AKIAX')}`),
    ours: { error: true },
  },
  { when: 'a retry mode that is none', env: { ...keys, AWS_RETRY_MODE: 'brave' }, ours: { error: true } },
  {
    when: 'a default profile that says everything, beside a chosen one',
    profile: 'x',
    config: `${loud}${x(pair('AKIAX'))}`,
    ours: xKey,
  },
  {
    when: 'a default profile that says everything, beside AWS_PROFILE',
    env: { AWS_PROFILE: 'x' },
    config: `${loud}${x(pair('AKIAX'))}`,
    ours: xKey,
  },
];
