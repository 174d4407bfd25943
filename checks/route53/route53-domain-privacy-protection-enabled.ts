import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { domain, registered } from '../../src/services/route53domains/domain.ts';

/**
 * Top-level domains whose registries take no privacy protection, as AWS lists the most common of them:
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/privacy-protection-tld-support.html
 */
const without =
  'audio ceo diet flowers guitars hosting juegos property sexy cl com.ar com.au com.br com.sg de es in net.au qa ru sg us vg'
    .split(' ')
    .map((name) => `.${name}`);

export default each(domain, 'route53-domain-privacy-protection-enabled', {
  title: 'Contacts of domains are kept from WHOIS',
  unless: [
    {
      such: { id: 'example.de' },
      when: ({ id }: { readonly id: string }) => {
        const name = id.toLowerCase();
        const found = without.find((end) => name.endsWith(end));
        return found === undefined ? undefined : `${id} is under ${found}, which takes no privacy protection`;
      },
    },
  ],
  list: 'details.privacy',
  by: 'hidden',
  is: { true: 'good', false: 'bad' },
  called: 'the {contact} contact',
  pass: pass('{label} keeps its contacts from WHOIS: {good:some}'),
  fail: fail('{label} shows in WHOIS {bad:some}; expected privacy protection'),
  none: unknown('AWS does not say whether {label} keeps its contacts from WHOIS'),
  undecided: unknown('AWS does not say of every contact of {label} whether it is kept from WHOIS'),
  risk: 'Names, addresses, telephone numbers and mail of the people behind a domain are there for spam, and for letters and calls that pretend to be of the registrar.',
  fix: {
    text: 'Turn on privacy protection of all contacts. Registries of a few top-level domains publish them regardless.',
    cli: 'aws route53domains update-domain-contact-privacy --domain-name {id} --admin-privacy --registrant-privacy --tech-privacy',
  },
  references: [registered, 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-privacy-protection.html'],
});
