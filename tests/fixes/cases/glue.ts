import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'glue-catalog-policy-not-public': async (aws) => {
    const open = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'glue:GetTables', Resource: '*' }],
    });
    await aws`glue put-resource-policy --policy-in-json ${open}`;
  },
};

const whole = 'no command: the definition of a job, a connection or the settings of the catalog is given as a whole';
const again = 'no command: an endpoint or a transform is made again';

export const untried: Readonly<Record<string, string>> = {
  'glue-catalog-connection-passwords-encrypted': whole,
  'glue-catalog-metadata-encrypted': whole,
  'glue-catalog-metadata-encrypted-cmk': whole,
  'glue-connection-no-secrets': whole,
  'glue-connection-ssl-enabled': whole,
  'glue-dev-endpoint-cloudwatch-logs-encrypted': again,
  'glue-dev-endpoint-job-bookmark-encrypted': again,
  'glue-dev-endpoint-s3-encrypted': again,
  'glue-job-arguments-no-secrets': whole,
  'glue-job-bookmark-enabled': whole,
  'glue-job-bookmark-encrypted': whole,
  'glue-job-cloudwatch-logs-encrypted': whole,
  'glue-job-continuous-logging-enabled': whole,
  'glue-job-s3-encrypted': whole,
  'glue-job-version-supported': whole,
  'glue-ml-transform-encrypted-at-rest': again,
};
