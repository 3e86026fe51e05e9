// Guarantees: STS and IAM over the query protocol: a form by POST or GET in, AWS's XML out, errors included.
import { randomUUID } from 'node:crypto';
import type { Accounts } from './accounts.ts';
import type { ApiReply, ApiRequest } from './api-request.ts';
import { authenticate, queryRefusals } from './authentication.ts';
import { AwsError } from './aws-error.ts';
import type { Faults } from './faults.ts';
import { callIam, iamNamespace, iamVersion } from './iam.ts';
import { sha256 } from './sigv4.ts';
import { stsActions, stsNamespace, stsVersion } from './sts.ts';
import { type XmlTree, xmlDocument } from './xml.ts';

export type QueryService = 'sts' | 'iam';

const namespaces = { sts: stsNamespace, iam: iamNamespace } as const;
const versions = { sts: stsVersion, iam: iamVersion } as const;

export const queryForm = (request: ApiRequest): URLSearchParams =>
  new URLSearchParams(request.method === 'GET' ? request.query : request.body.toString('utf8'));

const xmlReply = (status: number, root: string, service: QueryService, tree: XmlTree, requestId: string): ApiReply => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body: xmlDocument(root, namespaces[service], tree),
});

function checkFaults(service: QueryService, faults: Faults): void {
  if (faults.throttle) throw new AwsError('Throttling', 'Rate exceeded', 400);
  if (faults.stsDown && service === 'sts') {
    throw new AwsError('ServiceUnavailable', 'The request has failed due to a temporary failure of the server.', 503);
  }
}

/** Throws AwsError for whatever AWS would refuse. */
export function callQuery(
  service: QueryService,
  request: ApiRequest,
  accounts: Accounts,
  now: number,
  faults: Faults,
): ApiReply {
  checkFaults(service, faults);
  const form = queryForm(request);
  const action = form.get('Action') ?? '';
  const version = form.get('Version') ?? '';
  const signedBy = authenticate(request, sha256(request.body), accounts, now, queryRefusals);
  const known = service === 'iam' ? /^[A-Z]\w+$/.test(action) : Object.hasOwn(stsActions, action);
  if (!known || version !== versions[service]) {
    throw new AwsError('InvalidAction', `Could not find operation ${action} for version ${version}`, 400);
  }
  const global = request.endpoint !== undefined && request.endpoint.region === undefined;
  const call = { ...signedBy, form, accounts, now, global };
  const result = service === 'iam' ? callIam(action, call, faults) : stsActions[action]?.(call);
  const RequestId = randomUUID();
  const tree = { ...(result ? { [`${action}Result`]: result } : {}), ResponseMetadata: { RequestId } };
  return xmlReply(200, `${action}Response`, service, tree, RequestId);
}

export function queryError(service: QueryService, { code, message, status }: AwsError): ApiReply {
  const RequestId = randomUUID();
  const Type = status >= 500 ? 'Receiver' : 'Sender';
  return xmlReply(
    status,
    'ErrorResponse',
    service,
    { Error: { Type, Code: code, Message: message }, RequestId },
    RequestId,
  );
}
