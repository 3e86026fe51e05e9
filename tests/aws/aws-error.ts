// Guarantees: a refusal carries exactly what AWS puts on the wire: code, text, HTTP status.

export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const accessDenied = (message: string): AwsError => new AwsError('AccessDenied', message, 403);
export const validationError = (message: string): AwsError => new AwsError('ValidationError', message, 400);
