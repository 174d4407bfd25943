import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';
import { isOwn } from './instance.ts';

const arnOf = (end: number): string =>
  `arn:aws:sso::${account}:trustedTokenIssuer/ssoins-1111222233334444/tti-00000000-0000-4000-8000-00000000000${end}`;
const issuer = (end: number, Name: string) => ({
  TrustedTokenIssuerArn: arnOf(end),
  Name,
  TrustedTokenIssuerType: 'OIDC_JWT',
});
const [jupyter, legacy] = [issuer(1, 'jupyter'), issuer(2, 'legacy')];

/** One that a person has to look at, and one whose keys come over plain HTTP. */
export default answers('sso-admin', {
  ListTrustedTokenIssuers: ({ input }) => ({ TrustedTokenIssuers: isOwn(input) ? [jupyter, legacy] : [] }),
  DescribeTrustedTokenIssuer: ({ input }) => {
    const old = input['TrustedTokenIssuerArn'] === arnOf(2);
    return {
      ...(old ? legacy : jupyter),
      TrustedTokenIssuerConfiguration: {
        OidcJwtConfiguration: {
          IssuerUrl: old ? 'http://tokens.example.com/' : 'https://login.example.com/',
          ClaimAttributePath: 'email',
          IdentityStoreAttributePath: 'emails.value',
          JwksRetrievalOption: 'OPEN_ID_DISCOVERY',
        },
      },
    };
  },
});
