import dataNodes from '../../../checks/opensearch/opensearch-domain-data-nodes-fault-tolerant.ts';
import dashboards from '../../../checks/opensearch/opensearch-domain-dashboards-federated-auth.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { silent } from './silent.ts';

const base = { id: 'catalogue', name: 'catalogue', engine: 'OpenSearch', details: silent } as const;
const given = (more: object): object => ({ details: { ...silent, ...more } });

checkSuite(dashboards, base, [
  { when: 'it is neither', given: given({ cognito: false, saml: false }), expect: 'fail' },
  { when: 'SAML was never set', given: given({ cognito: false }), expect: 'fail' },
  { when: 'it is SAML', given: given({ cognito: false, saml: true }), expect: 'pass' },
  { when: 'it is SAML, and of Cognito nothing is said', given: given({ saml: true }), expect: 'pass' },
  { when: 'of Cognito nothing is said', given: given({ saml: false }), expect: 'unknown' },
]);
checkSuite(dataNodes, base, [
  { when: 'there are three, in zones', given: given({ dataNodes: 3, zoneAwareness: true }), expect: 'pass' },
  { when: 'there are three, in one zone', given: given({ dataNodes: 3, zoneAwareness: false }), expect: 'fail' },
  { when: 'there are three, and it is not said where', given: given({ dataNodes: 3 }), expect: 'unknown' },
  { when: 'there are too few, and it is not said where', given: given({ dataNodes: 2 }), expect: 'fail' },
]);
