import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build>> = {
  'cloudfront-distribution-s3-origin-exists': async (aws) => {
    const origins = ['gone.s3.us-east-1.amazonaws.com', 'old.gone.s3-website.eu-west-1.amazonaws.com'].map(
      (DomainName, i) => ({
        Id: String(i),
        DomainName,
        S3OriginConfig: { OriginAccessIdentity: '' },
      }),
    );
    const config = {
      CallerReference: 'x',
      Comment: '',
      Enabled: true,
      Origins: { Quantity: 2, Items: origins },
      DefaultCacheBehavior: { TargetOriginId: '0', ViewerProtocolPolicy: 'https-only' },
    };
    await aws`cloudfront create-distribution --distribution-config ${config}`;
  },
};

const whole = 'no command: update-distribution takes the whole configuration, with what else it holds';

export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'default-root-object',
      'field-level-encryption-enabled',
      'geo-restriction-enabled',
      'origin-tls-version-modern',
      'origin-traffic-encrypted',
      's3-origin-access-control',
      'viewer-https-required',
      'viewer-tls-policy-strong',
      'waf-attached',
    ].map((of) => [`cloudfront-distribution-${of}`, whole]),
  ),
  'cloudfront-distribution-access-logging-enabled': 'the emulator knows no delivery destinations of CloudFront',
};
