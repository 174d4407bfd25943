import { defineCheck, fail, notApplicable, unknown } from '../../src/engine/check.ts';
import { cloudfrontPolicies } from '../../src/judgements/tls/cloudfront-policies.ts';
import { judgeTls, tlsSettings } from '../../src/judgements/tls/tls.ts';
import { called, distribution } from '../../src/services/cloudfront/distribution.ts';

export default defineCheck({
  id: 'cloudfront-distribution-viewer-tls-policy-strong',
  title: 'CloudFront distributions negotiate TLS by a strong policy',
  resource: distribution,
  settings: tlsSettings({ forwardSecrecy: true, authenticatedEncryption: true }),
  evaluate({ id, name, enabled, viewerCertificate, connectionMode }, { settings }) {
    const label = called({ id, name });
    if (enabled === false) return notApplicable(`${label} is switched off`);
    const { cloudFrontDefault, minimumProtocol } = viewerCertificate;
    if (cloudFrontDefault === true && connectionMode === 'tenant-only')
      return unknown(`the certificates of ${label} are those of its tenants, which are not read`);
    if (cloudFrontDefault === true)
      // CloudFront sets it so, whatever else is asked:
      // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
      return fail(`${label} uses CloudFront's own certificate, with which viewers may use TLSv1`, viewerCertificate);
    if (minimumProtocol === undefined) return unknown(`AWS does not say by which policy ${label} negotiates TLS`);
    const policy = Object.hasOwn(cloudfrontPolicies, minimumProtocol) ? cloudfrontPolicies[minimumProtocol] : undefined;
    return judgeTls(label, minimumProtocol, policy, settings);
  },
  risk: 'Whoever sits between a viewer and CloudFront makes both use the weakest they share, or keeps what he recorded until he has the key.',
  fix: {
    text: "Choose TLSv1.2_2021 or newer as the security policy. With CloudFront's own certificate it cannot be chosen: give the distribution a name and a certificate of its own, in us-east-1. Viewers that know only TLS 1.0 or 1.1 can no longer connect.",
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  ],
});
