import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { server } from '../../src/services/transfer/server.ts';

export default defineCheck({
  id: 'transfer-server-logging-enabled',
  title: 'Transfer Family servers log what their users do',
  resource: server,
  needs: ['details'],
  risk: 'Nobody can tell who took which file, or that somebody tries one password after the other.',
  fix: {
    text: 'Name a log group for structured logs, which need no role, and keep it as long as your rules say.',
    cli: 'aws transfer update-server --server-id {id} --structured-log-destinations LOG_GROUP_ARN:*',
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html'],
  evaluate({ id, details: { loggingRole, logsTo, protocols } }) {
    const name = `server ${id}`;
    if (logsTo !== undefined && logsTo.length > 0) return pass(`${name} logs to ${logsTo.join(', ')}`, { logsTo });
    if (loggingRole !== undefined && loggingRole !== '')
      return pass(`${name} logs to CloudWatch by its role ${loggingRole}`, { loggingRole });
    // An answer without its protocols, which every server has, does not tell what it leaves out.
    if (protocols === undefined) return unknown(`AWS does not say whether ${name} logs anything`);
    return fail(`${name} has neither a log group nor a role to log by`, { loggingRole, logsTo });
  },
});
