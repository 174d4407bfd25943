import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { resourceShare } from '../../src/services/ram/share.ts';

export default each(resourceShare, 'ram-resource-share-associations-healthy', {
  title: 'Everything that was put into a resource share is in it',
  list: 'associations',
  by: 'status',
  is: {
    ASSOCIATED: 'good',
    FAILED: 'bad',
    // On its way in, as long as an invitation is open, or on its way out.
    ASSOCIATING: 'skip',
    DISASSOCIATING: 'skip',
    DISASSOCIATED: 'skip',
    SUSPENDING: 'skip',
    SUSPENDED: 'skip',
    RESTORING: 'skip',
  },
  called: '{kind} {entity}',
  unless: [{ at: 'received', is: [true], because: 'the share is of another account, which answers for what is in it' }],
  pass: pass('{label} holds what was put into it, and is for whom it was given'),
  fail: fail('{label} failed to take {bad:some}; expected that all of it is in the share'),
  none: notApplicable('nothing is in the share'),
  undecided: unknown('AWS does not say of all that was put into {label} whether it is in it'),
  risk: 'Whoever relies on the share lacks what it was to give, and who looks at the share believes that it is shared.',
  fix: {
    text: 'Read why it failed (`statusMessage` of `aws ram get-resource-share-associations`), mend that, and put it into the share again, or take it out.',
  },
  references: ['https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShareAssociation.html'],
});
