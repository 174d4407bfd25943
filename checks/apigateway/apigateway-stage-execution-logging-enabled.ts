import { along, defineCheck, fail, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';
import type { LogLevel } from '../../src/services/apigateway/stage.ts';
import { few } from '../../src/text/few.ts';
import { stage } from '../../src/services/apigateway/stage.ts';
import { shell } from '../../src/text/shell.ts';

const isOn = (level: string | undefined): boolean => level === 'ERROR' || level === 'INFO';
const nameOf = ({ method }: LogLevel): string => (method === undefined ? '*/*' : `${method.verb} ${method.path}`);

export default defineCheck({
  id: 'apigateway-stage-execution-logging-enabled',
  title: 'Stages of REST APIs log executions',
  resource: stage,
  along: { apis: along(restApi, { needs: ['methods'], optional: true }) },
  evaluate({ name, region, restApiId, stageName, logLevels }, { along: { apis }, unreadAlong }) {
    const cli = shell`aws apigateway update-stage --rest-api-id ${restApiId} --stage-name ${stageName} --patch-operations ${'op=replace,path=/*/*/logging/loglevel,value=ERROR'}`;
    const own = logLevels.filter(({ method }) => method !== undefined);
    const off = own.filter(({ level }) => level === 'OFF').map(nameOf);
    if (off.length > 0) return fail(`${name} does not log executions of ${few(off)}; expected ERROR or INFO`, { off });
    // Nothing is logged unless a level is set:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    const level = logLevels.find(({ method }) => method === undefined)?.level ?? 'OFF';
    const strange = own.filter((each) => !isOn(each.level));
    if (level === 'OFF') {
      if (own.length === 0) return fail(`${name} does not log executions; expected ERROR or INFO`, { level }, { cli });
      if (unreadAlong['apis'] !== undefined)
        return unknownWithout(
          `${name} logs executions of ${few(own.map(nameOf))} alone; which methods it has is not known`,
          ['apis'],
        );
      // As the API is configured now: a stage answers as when it was deployed.
      const methods = apis.find((api) => api.region === region && api.id === restApiId)?.methods ?? [];
      const left = methods
        .filter(({ path, verb }) => !own.some(({ method }) => method?.path === path && method.verb === verb))
        .map(({ path, verb }) => `${verb} ${path}`);
      if (methods.length === 0) return unknown(`which methods ${name} has is not known`);
      if (left.length > 0)
        return fail(`${name} does not log executions of ${few(left)}; expected ERROR or INFO`, { left }, { cli });
    } else if (!isOn(level)) return unknown(`the log level ${level} of ${name} is not known to this version`);
    if (strange.length > 0)
      return unknown(`AWS does not say whether ${name} logs executions of ${few(strange.map(nameOf))}`);
    return pass(`${name} logs executions (${level === 'OFF' ? few(own.map(nameOf)) : level})`, { logLevels });
  },
  risk: 'Why requests failed or were refused is not known: neither faults nor attempts to get in leave a trace.',
  fix: {
    text: 'Set the level ERROR (or INFO, which costs more) for all methods and take away settings of single methods that say OFF. Once a region API Gateway needs a role for CloudWatch Logs in its account settings, or nothing is written. Leave data tracing off: it writes whole requests, secrets included. The level OFF undoes it.',
    terraform:
      'resource "aws_api_gateway_method_settings" "this" {\n  rest_api_id = aws_api_gateway_rest_api.this.id\n  stage_name  = "prod"\n  method_path = "*/*"\n  settings {\n    logging_level = "ERROR"\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1',
  ],
});
