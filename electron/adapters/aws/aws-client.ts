/** What the clients of STS and IAM have in common: how they are made, and what becomes of their errors. */

import type { Caller } from '../../core/aws/credentials.ts';
import { type AwsRefusal, explainAws } from '../../core/aws/explain-aws.ts';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import { type AwsService, endpointOf } from './endpoint.ts';
import { type DateHeard, type Fetch, fetchHandler } from './fetch-handler.ts';

export interface AwsConnection {
  readonly fetch: Fetch;
  /** For AWS_ENDPOINT_URL and its variants. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds to add to this computer's clock to get AWS's time; read for each request. */
  clockOffset(): number;
  readonly heardDate: DateHeard;
}

export function clientConfig(
  to: AwsConnection,
  service: AwsService,
  region: string,
  caller: Caller,
  cancelled: AbortSignal,
) {
  return {
    ...anonymousConfig(to, service, region, cancelled),
    credentials:
      caller instanceof Secret
        ? caller.reveal()
        : { accessKeyId: caller.accessKeyId, secretAccessKey: caller.secretAccessKey.reveal() },
    systemClockOffset: to.clockOffset(),
  };
}

/** For what is asked without a key. */
export function anonymousConfig(to: AwsConnection, service: AwsService, region: string, cancelled: AbortSignal) {
  const endpoint = endpointOf(to.env, service);
  return {
    region,
    ...(endpoint ? { endpoint } : {}),
    ...UNCONFIGURED,
    // A code is good once, so a second try of the SDK's own would only burn it.
    maxAttempts: 1,
    requestHandler: fetchHandler(to.fetch, to.heardDate, cancelled),
  };
}

/**
 * The SDK reads the config file by itself, whoever gives it its credentials. With a profile that no file can name it
 * finds nothing there: neither where to send requests nor how.
 */
const UNCONFIGURED = { profile: '\0', ignoreConfiguredEndpointUrls: true, defaultsMode: 'standard' } as const;

/** Runs one request; its errors become failures of the catalogue. */
export async function asked<T>(
  about: Pick<AwsRefusal, 'action' | 'region' | 'by'>,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    const { name = '', message = '', $metadata } = thrown as { name?: string; message?: string; $metadata?: unknown };
    if (!$metadata) throw thrown;
    throw FailureError.of(explainAws({ ...about, code: name, message }));
  }
}
