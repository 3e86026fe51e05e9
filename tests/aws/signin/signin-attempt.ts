// Guarantees: AWS Sign-In, which `aws login` and Daypass open in a browser: at REGION.signin.aws.amazon.com, through the
// proxy or the TLS listener, and at the stand-in's url, for AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_SIGNIN.
//
// A test gets in so:
//   const aws = await startAws({ folder });              // aws.url or aws.proxyUrl, as for STS
//   const { paste } = await aws.browse(address);          // a person who opens the address and touches the key
//   await aws.browse(address, { answer: 'deny' });        // … who cancels; { user: 'eve' } is somebody else
// `browse` goes on to wherever the redirect leads, the listener on 127.0.0.1 included, and tells what stands there; `paste`
// is the text that the confirmation page shows for another device. What goes wrong is in `aws.faults.signin`
// (signin-faults.ts); `aws.requests` has service 'signin', actions ShowAuthorize, AuthorizeOAuth2Access (the person's
// answer) and CreateOAuth2Token with resource authorization_code or refresh_token, outcome 'ok' or the refusal.
import type { ApiRequest } from '../api-request.ts';
import type { Attempt, World } from '../api-server.ts';
import { AwsError } from '../aws-error.ts';
import { textPage } from '../page.ts';
import { answerAuthorize, confirmationPath, showAuthorize, showConfirmation } from './authorize.ts';
import { signinErrorReply } from './signin-error.ts';
import { createToken, grantTypeOf } from './token.ts';

type Route = Pick<Attempt, 'action' | 'act' | 'refuse'> & Partial<Attempt>;

const refusalPage: Attempt['refuse'] = ({ message, status }) => textPage(message, undefined, status);

function routeOf(request: ApiRequest, world: World): Route | undefined {
  const { faults } = world;
  switch (`${request.method} ${request.path}`) {
    case 'GET /v1/authorize':
      return { action: 'ShowAuthorize', act: () => showAuthorize(request, world), refuse: refusalPage };
    case 'POST /v1/authorize':
      return { action: 'AuthorizeOAuth2Access', act: () => answerAuthorize(request, world), refuse: refusalPage };
    case `GET ${confirmationPath}`:
      return { action: 'ShowConfirmation', act: () => showConfirmation(request), refuse: refusalPage };
    case 'POST /v1/token': {
      const resource = grantTypeOf(request);
      return {
        action: 'CreateOAuth2Token',
        ...(resource ? { resource } : {}),
        act: () => createToken(request, world),
        refuse: signinErrorReply,
        lost: () => faults.signin.lostReplies > 0 && faults.signin.lostReplies-- > 0,
      };
    }
  }
  return undefined;
}

/** Undefined for what is another service's. */
export function signinAttempt(request: ApiRequest, world: World): Attempt | undefined {
  const { endpoint, method, path } = request;
  if (endpoint && endpoint.service !== 'signin') return undefined;
  const route = routeOf(request, world);
  if (route) return { service: 'signin', ...route };
  if (!endpoint) return undefined;
  const act = () => {
    throw new AwsError('RESOURCE_NOT_FOUND', `No ${path}`, 404);
  };
  return { service: 'signin', action: `${method} ${path}`, act, refuse: refusalPage };
}
