import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
import {
  isLoopback
} from "./chunk-BW4OCBV7.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/commands/steps/loopback.ts
function requireLoopback(systems, desired, environment) {
  for (const id of systems) {
    const at = desired.systems.get(id);
    const connector = at && CONNECTORS.get(at.core.name);
    if (at && connector) requireLocal(id, connector, at.context, environment);
  }
}
function requireLocal(id, connector, context, environment) {
  for (const endpoint of connector.endpoints(context, environment)) {
    if (endpoint !== null && isLoopback(endpoint)) continue;
    const where = endpoint === null ? "the real cloud" : "another machine";
    throw new UsageError(
      `--now is for a local stand alone, but this would write to ${where} for system "${id}". Leave --now out, or point its endpoints to this machine (AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS; see grantbook sandbox).`
    );
  }
}

export {
  requireLoopback,
  requireLocal
};
