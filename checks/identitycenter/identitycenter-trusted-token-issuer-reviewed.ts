import { defineCheck, fail, manual, pass, unknown } from '../../src/engine/check.ts';
import { trustedTokenIssuer } from '../../src/services/identitycenter/trusted-token-issuer.ts';

/** Of one form, so that a slash at the end or capitals of the host make no other issuer. */
const plain = (url: string): string => (URL.canParse(url) ? new URL(url).href : url).replace(/\/+$/, '');

export default defineCheck({
  id: 'identitycenter-trusted-token-issuer-reviewed',
  title: 'Issuers of trusted tokens are known',
  resource: trustedTokenIssuer,
  needs: ['oidc'],
  settings: {
    issuers: { type: 'strings', default: [], describe: 'URLs of issuers that somebody has looked at' },
  },
  risk: 'Applications exchange the tokens of such an issuer for sessions of the user that a claim names: whoever may choose the claim there works here as anybody.',
  fix: {
    text: 'Look at who can get tokens from the issuer, and whether he can choose the claim that names the user; an address that is not verified can be. Name it in the setting "issuers" of the check, or delete it: applications that use it then sign nobody in.',
    cli: 'aws sso-admin delete-trusted-token-issuer --trusted-token-issuer-arn {arn}',
  },
  evaluate({ name, oidc }, { settings }) {
    const called = `Trusted token issuer ${name}`;
    if (oidc?.url === undefined) return unknown(`AWS does not say where the keys of ${called} are`);
    const { url, claim, attribute } = oidc;
    const observed = { url, claim, attribute };
    if (!/^https:\/\//i.test(url)) return fail(`${called} gives its keys at ${url}, which is not HTTPS`, observed);
    return settings.issuers.map(plain).includes(plain(url))
      ? pass(`${called} is ${url}, which the setting issuers names`, observed)
      : manual(
          `${called} is ${url}, whose claim ${claim ?? '?'} names users by ${attribute ?? '?'}: look at who gets tokens there, and who chooses that claim`,
          observed,
        );
  },
});
