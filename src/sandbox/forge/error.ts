/** One entry of `errors` in a 422: an object as GitHub gives it, or plain words. */
export type FieldError =
  | string
  | {
      readonly resource: string
      readonly field?: string
      readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom'
      readonly message?: string
      readonly value?: string | number | null
    }

const DOCUMENTATION = 'https://docs.github.com/rest'

/** A refusal in GitHub's form. A handler that throws it has changed nothing. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    more: {
      readonly errors?: readonly FieldError[]
      readonly headers?: Readonly<Record<string, string>>
    } = {}
  ) {
    super(message)
    this.status = status
    this.body = {
      message,
      ...(more.errors ? { errors: more.errors } : {}),
      documentation_url: DOCUMENTATION,
      status: String(status)
    }
    this.headers = more.headers ?? {}
  }
}

/** 404: it isn't there, or the asker may not know that it is. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found')
}

/** 403 with GitHub's words for this case. */
export function forbidden(message = 'Must have admin rights to Repository.'): ApiError {
  return new ApiError(403, message)
}

/** 403 as an App gets it for want of a permission. */
export function notForIntegration(): ApiError {
  return new ApiError(403, 'Resource not accessible by integration')
}

/** 409. */
export function conflict(message: string): ApiError {
  return new ApiError(409, message)
}

/** 422 `Validation Failed` with its errors. */
export function invalid(...errors: FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', { errors })
}

/** 422 with other words and no errors. */
export function unprocessable(message: string, errors?: readonly FieldError[]): ApiError {
  return new ApiError(422, message, errors ? { errors } : {})
}
