import { along, defineCheck, fail, notApplicable, pass, unknownWithout } from '../../src/engine/check.ts';
import { usesOf } from '../../src/judgements/firewalls/web-acl.ts';
import { isWide, widenessOf, widenessSettings, widest } from '../../src/judgements/network/wide.ts';
import { ipSet } from '../../src/services/wafv2/ip-set.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default defineCheck({
  id: 'wafv2-ip-set-not-overly-permissive',
  title: 'IP sets of web ACLs do not let much of the internet through',
  resource: ipSet,
  needs: ['addresses'],
  // What a wide set is for: others are judged without.
  along: { acls: along(webAcl, { needs: ['details', 'groups'], reach: 'region', optional: true }) },
  settings: widenessSettings,
  risk: 'A rule that allows the set, or exempts it, lets strangers through: 0.0.0.0/1 and 128.0.0.0/1 are everybody.',
  fix: {
    text: 'Put the networks of those that are meant into the set. To stop a large part of the internet, use the set in rules that block only, or write the rule by country.',
  },
  evaluate({ name, arn, addresses }, { settings, along: { acls }, unreadAlong }) {
    if (addresses.length === 0) return notApplicable('the set is empty');
    const wide = (['ipv4', 'ipv6'] as const).some((family) => isWide(addresses, family, widenessOf(settings)));
    const held = `${addresses.length === 1 ? '1 network' : `${addresses.length} networks`}: ${widest(new Set(addresses))}`;
    if (!wide) return pass(`IP set ${name} holds no more than networks of single holders (${held})`, { addresses });
    if (unreadAlong['acls'] !== undefined)
      return unknownWithout(
        `IP set ${name} holds much of the internet (${held}), and whether a rule lets it through or stops it could not be read: ${unreadAlong['acls'].cause}`,
        ['acls'],
      );
    const uses = usesOf(arn, acls);
    if (uses.length > 0 && uses.every(({ lets }) => !lets))
      return pass(`IP set ${name} holds much of the internet (${held}), and its rules only stop who is in it`, uses);
    return fail(`IP set ${name} holds much of the internet (${held}); expected networks of known holders`, {
      addresses,
      uses,
    });
  },
});
