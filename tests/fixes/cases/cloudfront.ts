export const fixes = {};

const whole = 'no command: update-distribution takes the whole configuration, with what else it holds';

export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'default-root-object',
      'geo-restriction-enabled',
      'origin-traffic-encrypted',
      's3-origin-access-control',
      'viewer-https-required',
      'viewer-tls-policy-strong',
      'waf-attached',
    ].map((of) => [`cloudfront-distribution-${of}`, whole]),
  ),
  'cloudfront-distribution-access-logging-enabled': 'the emulator knows no delivery destinations of CloudFront',
};
