import { TemplateError } from '../errors.ts'

/** The YAML is not what helm's reader takes; helm fails on a values file like this, and `fromYaml` gives the message as `Error`. */
export class YamlError extends TemplateError {
  /** Whether the message is the one that helm has, to the letter. */
  readonly isWorded: boolean

  constructor(message: string, isWorded = false) {
    super(message)
    this.isWorded = isWorded
  }
}
