import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default state(stack, 'cloudformation-stack-not-failed', {
  title: 'Stacks are in no failed state',
  at: 'status',
  is: {
    ...sameFor(
      [
        'CREATE_COMPLETE',
        'UPDATE_COMPLETE',
        'IMPORT_COMPLETE',
        'UPDATE_ROLLBACK_COMPLETE',
        'IMPORT_ROLLBACK_COMPLETE',
        'CREATE_IN_PROGRESS',
        'UPDATE_IN_PROGRESS',
        'DELETE_IN_PROGRESS',
        'IMPORT_IN_PROGRESS',
        'REVIEW_IN_PROGRESS',
        'ROLLBACK_IN_PROGRESS',
        'UPDATE_ROLLBACK_IN_PROGRESS',
        'IMPORT_ROLLBACK_IN_PROGRESS',
        'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
        'DELETE_COMPLETE',
      ],
      pass('{label} is in a state that it can go on from ({status})'),
    ),
    ...sameFor(
      [
        'CREATE_FAILED',
        'ROLLBACK_COMPLETE',
        'ROLLBACK_FAILED',
        'UPDATE_FAILED',
        'UPDATE_ROLLBACK_FAILED',
        'IMPORT_ROLLBACK_FAILED',
        'DELETE_FAILED',
      ],
      fail('{label} failed and stays so until somebody sees to it ({status})'),
    ),
  },
  unsaid: unknown('AWS does not say in which state {label} is'),
  risk: 'What is half made or half deleted costs, may be open, and takes no further change, corrections included.',
  fix: {
    text: "See why in its events (`aws cloudformation describe-stack-events`). One of which the creation failed can only be deleted; an update's way back goes on by `continue-update-rollback`.",
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html'],
});
