import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  pMap
} from "./chunk-S46JKJER.js";
import {
  ASSUME_ROLE,
  DOCUMENT_HEAD,
  DOCUMENT_TAIL,
  FROM_OPERATOR,
  GITHUB_HOST,
  GROUP_PREFIX,
  INLINE,
  NOW_KEY,
  UNTIL_OPERATOR,
  asciiLower,
  bareName,
  bodyOf,
  checkStatement,
  confers,
  covers,
  documentText,
  inOneForm,
  instanceOf,
  intersects,
  isAccount,
  isExplained,
  isStatement,
  isTarget,
  kindOf,
  limitsFrom,
  matches,
  membership,
  misfits,
  outlasts,
  place,
  readBody,
  readShard,
  refuse,
  resourceOf,
  roomFor,
  settingsOf,
  shapedTarget,
  shardName,
  shardPath,
  unique
} from "./chunk-5GLOGQVA.js";
import {
  stringify
} from "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  InternalError,
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  few
} from "./chunk-CMJORN74.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  DAY
} from "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  keepIn,
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import {
  client_exports as client_exports2,
  dist_es_exports,
  httpAuthSchemes_exports,
  init_client as init_client2,
  init_dist_es,
  init_httpAuthSchemes,
  init_protocols,
  init_protocols2,
  init_retry,
  protocols_exports,
  protocols_exports2,
  require_dist_cjs,
  require_dist_cjs2,
  require_dist_cjs3,
  require_dist_cjs4,
  retry_exports
} from "./chunk-KWSPZQRS.js";
import {
  checksum_exports,
  client_exports,
  config_exports,
  endpoints_exports,
  init_checksum,
  init_client,
  init_config,
  init_endpoints,
  init_schema,
  init_serde,
  schema_exports,
  serde_exports
} from "./chunk-MI5BASAL.js";
import {
  __commonJS,
  __toCommonJS,
  __toESM
} from "./chunk-XCNTR6TK.js";

// node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var require_dist_cjs5 = __commonJS({
  "node_modules/@aws-sdk/client-iam/dist-cjs/index.js"(exports) {
    var { awsEndpointFunctions, emitWarningIfUnsupportedVersion: emitWarningIfUnsupportedVersion$1, createDefaultUserAgentProvider, getDefaultSocketTimeout, NODE_APP_ID_CONFIG_OPTIONS, getAwsRegionExtensionConfiguration, resolveAwsRegionExtensionConfiguration, resolveUserAgentConfig, resolveHostHeaderConfig, getUserAgentPlugin, getHostHeaderPlugin, getLoggerPlugin, getRecursionDetectionPlugin } = (init_client2(), __toCommonJS(client_exports2));
    var { getHttpAuthSchemeEndpointRuleSetPlugin, DefaultIdentityProviderConfig, getHttpSigningPlugin, createPaginator } = (init_dist_es(), __toCommonJS(dist_es_exports));
    var { normalizeProvider, getSmithyContext, ServiceException, NoOpLogger, emitWarningIfUnsupportedVersion, loadConfigsForDefaultMode, getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig, Client, makeBuilder, createWaiter, checkExceptions, WaiterState, createAggregatedClient } = (init_client(), __toCommonJS(client_exports));
    var { Command: $Command } = (init_client(), __toCommonJS(client_exports));
    exports.$Command = $Command;
    exports.__Client = Client;
    var { resolveDefaultsModeConfig, loadConfig, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, resolveRegionConfig } = (init_config(), __toCommonJS(config_exports));
    var { BinaryDecisionDiagram, EndpointCache, decideEndpoint, customEndpointFunctions, resolveEndpointConfig, getEndpointPlugin } = (init_endpoints(), __toCommonJS(endpoints_exports));
    var { parseUrl, getHttpHandlerExtensionConfiguration, resolveHttpHandlerRuntimeConfig, getContentLengthPlugin } = (init_protocols(), __toCommonJS(protocols_exports));
    var { DEFAULT_RETRY_MODE, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, resolveRetryConfig, getRetryPlugin } = (init_retry(), __toCommonJS(retry_exports));
    var { TypeRegistry, getSchemaSerdePlugin } = (init_schema(), __toCommonJS(schema_exports));
    var { resolveAwsSdkSigV4Config, AwsSdkSigV4Signer, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS } = (init_httpAuthSchemes(), __toCommonJS(httpAuthSchemes_exports));
    var { defaultProvider } = require_dist_cjs3();
    var { toUtf8, fromUtf8, toBase64, fromBase64, calculateBodyLength } = (init_serde(), __toCommonJS(serde_exports));
    var { streamCollector, NodeHttpHandler } = require_dist_cjs();
    var { AwsQueryProtocol } = (init_protocols2(), __toCommonJS(protocols_exports2));
    var { Sha256 } = (init_checksum(), __toCommonJS(checksum_exports));
    var defaultIAMHttpAuthSchemeParametersProvider = async (config, context, input) => {
      return {
        operation: getSmithyContext(context).operation,
        region: await normalizeProvider(config.region)() || (() => {
          throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
        })()
      };
    };
    function createAwsAuthSigv4HttpAuthOption(authParameters) {
      return {
        schemeId: "aws.auth#sigv4",
        signingProperties: {
          name: "iam",
          region: authParameters.region
        },
        propertiesExtractor: (config, context) => ({
          signingProperties: {
            config,
            context
          }
        })
      };
    }
    var defaultIAMHttpAuthSchemeProvider = (authParameters) => {
      const options = [];
      switch (authParameters.operation) {
        default: {
          options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
        }
      }
      return options;
    };
    var resolveHttpAuthSchemeConfig = (config) => {
      const config_0 = resolveAwsSdkSigV4Config(config);
      return Object.assign(config_0, {
        authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
      });
    };
    var resolveClientEndpointParameters = (options) => {
      return Object.assign(options, {
        useDualstackEndpoint: options.useDualstackEndpoint ?? false,
        useFipsEndpoint: options.useFipsEndpoint ?? false,
        defaultSigningName: "iam"
      });
    };
    var commonParams = {
      UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
      Endpoint: { type: "builtInParams", name: "endpoint" },
      Region: { type: "builtInParams", name: "region" },
      UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
    };
    var version = "3.1168.0";
    var packageInfo = {
      version
    };
    var v = "ref";
    var w = "authSchemes";
    var x = "name";
    var y = "signingRegion";
    var a = -1;
    var b = true;
    var c = "isSet";
    var d = "PartitionResult";
    var e = "stringEquals";
    var f = "booleanEquals";
    var g = "getAttr";
    var h = { [v]: "Endpoint" };
    var i = { "fn": g, "argv": [{ [v]: d }, "name"] };
    var j = { [v]: d };
    var k = { [w]: [{ [x]: "sigv4", [y]: "us-east-1" }] };
    var l = { [w]: [{ [x]: "sigv4", [y]: "cn-north-1" }] };
    var m = { [w]: [{ [x]: "sigv4", [y]: "us-gov-west-1" }] };
    var n = { [w]: [{ [x]: "sigv4", [y]: "us-iso-east-1" }] };
    var o = { [w]: [{ [x]: "sigv4", [y]: "us-isob-east-1" }] };
    var p = { [w]: [{ [x]: "sigv4", [y]: "eu-isoe-west-1" }] };
    var q = { [w]: [{ [x]: "sigv4", [y]: "us-isof-south-1" }] };
    var s = { [w]: [{ [x]: "sigv4", [y]: "eusc-de-east-1" }] };
    var t = { [w]: [{ [x]: "sigv4", [y]: "{PartitionResult#implicitGlobalRegion}" }] };
    var u = [{ [v]: "Region" }];
    var _data = {
      conditions: [
        [c, [h]],
        [c, u],
        ["aws.partition", u, d],
        [e, [i, "aws"]],
        [e, [i, "aws-cn"]],
        [e, [i, "aws-us-gov"]],
        [e, [i, "aws-iso"]],
        [f, [{ [v]: "UseFIPS" }, b]],
        [f, [{ [v]: "UseDualStack" }, b]],
        [e, [i, "aws-iso-b"]],
        [e, [i, "aws-iso-e"]],
        [e, [i, "aws-iso-f"]],
        [e, [i, "aws-eusc"]],
        [f, [{ fn: g, argv: [j, "supportsDualStack"] }, b]],
        [f, [{ fn: g, argv: [j, "supportsFIPS"] }, b]]
      ],
      results: [
        [a],
        [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
        [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
        [h, {}],
        ["https://iam.amazonaws.com", k],
        ["https://iam-fips.amazonaws.com", k],
        ["https://iam.global.api.aws", k],
        ["https://iam-fips.global.api.aws", k],
        ["https://iam.global.api.amazonwebservices.com.cn", l],
        ["https://iam-fips.api.amazonwebservices.com.cn", l],
        ["https://iam.cn-north-1.amazonaws.com.cn", l],
        ["https://iam-fips.amazonaws.com.cn", l],
        ["https://iam.us-gov.api.aws", m],
        ["https://iam.us-gov.amazonaws.com", m],
        ["https://iam.us-iso-east-1.c2s.ic.gov", n],
        ["https://iam-fips.us-iso-east-1.c2s.ic.gov", n],
        ["https://iam.api.aws.ic.gov", n],
        ["https://iam-fips.api.aws.ic.gov", n],
        ["https://iam.us-isob-east-1.sc2s.sgov.gov", o],
        ["https://iam-fips.us-isob-east-1.sc2s.sgov.gov", o],
        ["https://iam.api.aws.scloud", o],
        ["https://iam-fips.api.aws.scloud", o],
        ["https://iam.eu-isoe-west-1.cloud.adc-e.uk", p],
        ["https://iam-fips.cloud.adc-e.uk", p],
        ["https://iam.api.cloud-aws.adc-e.uk", p],
        ["https://iam-fips.api.cloud-aws.adc-e.uk", p],
        ["https://iam.us-isof-south-1.csp.hci.ic.gov", q],
        ["https://iam-fips.csp.hci.ic.gov", q],
        ["https://iam.api.aws.hci.ic.gov", q],
        ["https://iam-fips.api.aws.hci.ic.gov", q],
        ["https://iam.eusc-de-east-1.amazonaws.eu", s],
        ["https://iam-fips.amazonaws.eu", s],
        ["https://iam.global.api.amazonwebservices.eu", s],
        ["https://iam-fips.api.amazonwebservices.eu", s],
        ["https://iam-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", t],
        [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
        ["https://iam-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", t],
        [a, "FIPS is enabled but this partition does not support FIPS"],
        ["https://iam.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", t],
        [a, "DualStack is enabled but this partition does not support DualStack"],
        ["https://iam.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", t],
        [a, "Invalid Configuration: Missing Region"]
      ]
    };
    var root = 2;
    var r = 1e8;
    var nodes = new Int32Array([
      -1,
      1,
      -1,
      0,
      42,
      3,
      1,
      4,
      r + 41,
      2,
      5,
      r + 41,
      3,
      39,
      6,
      4,
      36,
      7,
      5,
      35,
      8,
      6,
      32,
      9,
      7,
      20,
      10,
      8,
      15,
      11,
      9,
      r + 18,
      12,
      10,
      r + 22,
      13,
      11,
      r + 26,
      14,
      12,
      r + 30,
      r + 40,
      9,
      r + 20,
      16,
      10,
      r + 24,
      17,
      11,
      r + 28,
      18,
      12,
      r + 32,
      19,
      13,
      r + 38,
      r + 39,
      8,
      26,
      21,
      9,
      r + 19,
      22,
      10,
      r + 23,
      23,
      11,
      r + 27,
      24,
      12,
      r + 31,
      25,
      14,
      r + 36,
      r + 37,
      9,
      r + 21,
      27,
      10,
      r + 25,
      28,
      11,
      r + 29,
      29,
      12,
      r + 33,
      30,
      13,
      31,
      r + 35,
      14,
      r + 34,
      r + 35,
      7,
      34,
      33,
      8,
      r + 16,
      r + 14,
      8,
      r + 17,
      r + 15,
      8,
      r + 12,
      r + 13,
      7,
      38,
      37,
      8,
      r + 8,
      r + 10,
      8,
      r + 9,
      r + 11,
      7,
      41,
      40,
      8,
      r + 6,
      r + 4,
      8,
      r + 7,
      r + 5,
      7,
      r + 1,
      43,
      8,
      r + 2,
      r + 3
    ]);
    var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);
    var cache = new EndpointCache({
      size: 50,
      params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
    });
    var defaultEndpointResolver = (endpointParams, context = {}) => {
      return cache.get(endpointParams, () => decideEndpoint(bdd, {
        endpointParams,
        logger: context.logger
      }));
    };
    customEndpointFunctions.aws = awsEndpointFunctions;
    var IAMServiceException = class _IAMServiceException extends ServiceException {
      static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.iam#IAMServiceException";
      constructor(options) {
        super(options);
        Object.setPrototypeOf(this, _IAMServiceException.prototype);
      }
    };
    var ConcurrentModificationException = class _ConcurrentModificationException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#ConcurrentModificationException";
      name = "ConcurrentModificationException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "ConcurrentModificationException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ConcurrentModificationException.prototype);
      }
    };
    var NoSuchEntityException = class _NoSuchEntityException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#NoSuchEntityException";
      name = "NoSuchEntityException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "NoSuchEntityException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _NoSuchEntityException.prototype);
      }
    };
    var ServiceFailureException = class _ServiceFailureException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#ServiceFailureException";
      name = "ServiceFailureException";
      $fault = "server";
      constructor(opts) {
        super({
          name: "ServiceFailureException",
          $fault: "server",
          ...opts
        });
        Object.setPrototypeOf(this, _ServiceFailureException.prototype);
      }
    };
    var AccountNotManagementOrDelegatedAdministratorException = class _AccountNotManagementOrDelegatedAdministratorException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#AccountNotManagementOrDelegatedAdministratorException";
      name = "AccountNotManagementOrDelegatedAdministratorException";
      $fault = "client";
      Message;
      constructor(opts) {
        super({
          name: "AccountNotManagementOrDelegatedAdministratorException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _AccountNotManagementOrDelegatedAdministratorException.prototype);
        this.Message = opts.Message;
      }
    };
    var EntityAlreadyExistsException = class _EntityAlreadyExistsException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#EntityAlreadyExistsException";
      name = "EntityAlreadyExistsException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "EntityAlreadyExistsException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _EntityAlreadyExistsException.prototype);
      }
    };
    var InvalidInputException = class _InvalidInputException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#InvalidInputException";
      name = "InvalidInputException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidInputException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidInputException.prototype);
      }
    };
    var LimitExceededException = class _LimitExceededException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#LimitExceededException";
      name = "LimitExceededException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "LimitExceededException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _LimitExceededException.prototype);
      }
    };
    var MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#MalformedPolicyDocumentException";
      name = "MalformedPolicyDocumentException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "MalformedPolicyDocumentException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
      }
    };
    var NameConflictException = class _NameConflictException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#NameConflictException";
      name = "NameConflictException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "NameConflictException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _NameConflictException.prototype);
      }
    };
    var RoleModifiedException = class _RoleModifiedException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#RoleModifiedException";
      name = "RoleModifiedException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "RoleModifiedException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _RoleModifiedException.prototype);
      }
    };
    var RoleTemplateDisabledException = class _RoleTemplateDisabledException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#RoleTemplateDisabledException";
      name = "RoleTemplateDisabledException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "RoleTemplateDisabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _RoleTemplateDisabledException.prototype);
      }
    };
    var UnmodifiableEntityException = class _UnmodifiableEntityException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#UnmodifiableEntityException";
      name = "UnmodifiableEntityException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "UnmodifiableEntityException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _UnmodifiableEntityException.prototype);
      }
    };
    var PolicyNotAttachableException = class _PolicyNotAttachableException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#PolicyNotAttachableException";
      name = "PolicyNotAttachableException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "PolicyNotAttachableException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _PolicyNotAttachableException.prototype);
      }
    };
    var EntityTemporarilyUnmodifiableException = class _EntityTemporarilyUnmodifiableException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#EntityTemporarilyUnmodifiableException";
      name = "EntityTemporarilyUnmodifiableException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "EntityTemporarilyUnmodifiableException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _EntityTemporarilyUnmodifiableException.prototype);
      }
    };
    var InvalidUserTypeException = class _InvalidUserTypeException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#InvalidUserTypeException";
      name = "InvalidUserTypeException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidUserTypeException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidUserTypeException.prototype);
      }
    };
    var PasswordPolicyViolationException = class _PasswordPolicyViolationException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#PasswordPolicyViolationException";
      name = "PasswordPolicyViolationException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "PasswordPolicyViolationException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _PasswordPolicyViolationException.prototype);
      }
    };
    var OpenIdIdpCommunicationErrorException = class _OpenIdIdpCommunicationErrorException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#OpenIdIdpCommunicationErrorException";
      name = "OpenIdIdpCommunicationErrorException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "OpenIdIdpCommunicationErrorException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _OpenIdIdpCommunicationErrorException.prototype);
      }
    };
    var ServiceNotSupportedException = class _ServiceNotSupportedException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#ServiceNotSupportedException";
      name = "ServiceNotSupportedException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "ServiceNotSupportedException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ServiceNotSupportedException.prototype);
      }
    };
    var DeleteConflictException = class _DeleteConflictException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#DeleteConflictException";
      name = "DeleteConflictException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "DeleteConflictException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _DeleteConflictException.prototype);
      }
    };
    var OrganizationNotFoundException = class _OrganizationNotFoundException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#OrganizationNotFoundException";
      name = "OrganizationNotFoundException";
      $fault = "client";
      Message;
      constructor(opts) {
        super({
          name: "OrganizationNotFoundException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _OrganizationNotFoundException.prototype);
        this.Message = opts.Message;
      }
    };
    var OrganizationNotInAllFeaturesModeException = class _OrganizationNotInAllFeaturesModeException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#OrganizationNotInAllFeaturesModeException";
      name = "OrganizationNotInAllFeaturesModeException";
      $fault = "client";
      Message;
      constructor(opts) {
        super({
          name: "OrganizationNotInAllFeaturesModeException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _OrganizationNotInAllFeaturesModeException.prototype);
        this.Message = opts.Message;
      }
    };
    var ServiceAccessNotEnabledException = class _ServiceAccessNotEnabledException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#ServiceAccessNotEnabledException";
      name = "ServiceAccessNotEnabledException";
      $fault = "client";
      Message;
      constructor(opts) {
        super({
          name: "ServiceAccessNotEnabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ServiceAccessNotEnabledException.prototype);
        this.Message = opts.Message;
      }
    };
    var FeatureDisabledException = class _FeatureDisabledException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#FeatureDisabledException";
      name = "FeatureDisabledException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "FeatureDisabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _FeatureDisabledException.prototype);
      }
    };
    var InvalidAuthenticationCodeException = class _InvalidAuthenticationCodeException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#InvalidAuthenticationCodeException";
      name = "InvalidAuthenticationCodeException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidAuthenticationCodeException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidAuthenticationCodeException.prototype);
      }
    };
    var CallerIsNotManagementAccountException = class _CallerIsNotManagementAccountException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#CallerIsNotManagementAccountException";
      name = "CallerIsNotManagementAccountException";
      $fault = "client";
      Message;
      constructor(opts) {
        super({
          name: "CallerIsNotManagementAccountException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _CallerIsNotManagementAccountException.prototype);
        this.Message = opts.Message;
      }
    };
    var FeatureEnabledException = class _FeatureEnabledException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#FeatureEnabledException";
      name = "FeatureEnabledException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "FeatureEnabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _FeatureEnabledException.prototype);
      }
    };
    var ReportGenerationLimitExceededException = class _ReportGenerationLimitExceededException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#ReportGenerationLimitExceededException";
      name = "ReportGenerationLimitExceededException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "ReportGenerationLimitExceededException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ReportGenerationLimitExceededException.prototype);
      }
    };
    var CredentialReportExpiredException = class _CredentialReportExpiredException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#CredentialReportExpiredException";
      name = "CredentialReportExpiredException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "CredentialReportExpiredException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _CredentialReportExpiredException.prototype);
      }
    };
    var CredentialReportNotPresentException = class _CredentialReportNotPresentException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#CredentialReportNotPresentException";
      name = "CredentialReportNotPresentException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "CredentialReportNotPresentException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _CredentialReportNotPresentException.prototype);
      }
    };
    var CredentialReportNotReadyException = class _CredentialReportNotReadyException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#CredentialReportNotReadyException";
      name = "CredentialReportNotReadyException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "CredentialReportNotReadyException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _CredentialReportNotReadyException.prototype);
      }
    };
    var UnrecognizedPublicKeyEncodingException = class _UnrecognizedPublicKeyEncodingException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#UnrecognizedPublicKeyEncodingException";
      name = "UnrecognizedPublicKeyEncodingException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "UnrecognizedPublicKeyEncodingException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _UnrecognizedPublicKeyEncodingException.prototype);
      }
    };
    var PolicyEvaluationException = class _PolicyEvaluationException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#PolicyEvaluationException";
      name = "PolicyEvaluationException";
      $fault = "server";
      constructor(opts) {
        super({
          name: "PolicyEvaluationException",
          $fault: "server",
          ...opts
        });
        Object.setPrototypeOf(this, _PolicyEvaluationException.prototype);
      }
    };
    var KeyPairMismatchException = class _KeyPairMismatchException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#KeyPairMismatchException";
      name = "KeyPairMismatchException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "KeyPairMismatchException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _KeyPairMismatchException.prototype);
      }
    };
    var MalformedCertificateException = class _MalformedCertificateException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#MalformedCertificateException";
      name = "MalformedCertificateException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "MalformedCertificateException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _MalformedCertificateException.prototype);
      }
    };
    var DuplicateCertificateException = class _DuplicateCertificateException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#DuplicateCertificateException";
      name = "DuplicateCertificateException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "DuplicateCertificateException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _DuplicateCertificateException.prototype);
      }
    };
    var InvalidCertificateException = class _InvalidCertificateException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#InvalidCertificateException";
      name = "InvalidCertificateException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidCertificateException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidCertificateException.prototype);
      }
    };
    var DuplicateSSHPublicKeyException = class _DuplicateSSHPublicKeyException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#DuplicateSSHPublicKeyException";
      name = "DuplicateSSHPublicKeyException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "DuplicateSSHPublicKeyException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _DuplicateSSHPublicKeyException.prototype);
      }
    };
    var InvalidPublicKeyException = class _InvalidPublicKeyException extends IAMServiceException {
      static shapeId = "com.amazonaws.iam#InvalidPublicKeyException";
      name = "InvalidPublicKeyException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidPublicKeyException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidPublicKeyException.prototype);
      }
    };
    var _A = "Arn";
    var _AA = "AccountAlias";
    var _AAc = "AccountAliases";
    var _ABO = "AllowedByOrganizations";
    var _ABPB = "AllowedByPermissionsBoundary";
    var _AC = "AuthenticationCode1";
    var _ACIDTOIDCP = "AddClientIDToOpenIDConnectProvider";
    var _ACIDTOIDCPR = "AddClientIDToOpenIDConnectProviderRequest";
    var _ACt = "AttachmentCount";
    var _ACu = "AuthenticationCode2";
    var _AD = "AccessDetail";
    var _ADR = "AcceptDelegationRequest";
    var _ADRR = "AcceptDelegationRequestRequest";
    var _ADRRs = "AssociateDelegationRequestRequest";
    var _ADRs = "AssociateDelegationRequest";
    var _ADc = "AccessDetails";
    var _AEM = "AssertionEncryptionMode";
    var _AGP = "AttachGroupPolicy";
    var _AGPR = "AttachGroupPolicyRequest";
    var _AI = "ApproverId";
    var _AK = "AccessKey";
    var _AKI = "AccessKeyId";
    var _AKLU = "AccessKeyLastUsed";
    var _AKM = "AccessKeyMetadata";
    var _AMP = "AttachedManagedPolicies";
    var _AN = "AttachmentName";
    var _ANMODAE = "AccountNotManagementOrDelegatedAdministratorException";
    var _ANc = "ActionNames";
    var _ANct = "ActionName";
    var _AP = "AttachedPolicy";
    var _APB = "AttachedPermissionsBoundary";
    var _APK = "AddPrivateKey";
    var _APt = "AttachedPolicies";
    var _AR = "AcquireRole";
    var _ARP = "AttachRolePolicy";
    var _ARPD = "AssumeRolePolicyDocument";
    var _ARPDT = "AssumeRolePolicyDocumentTemplate";
    var _ARPR = "AttachRolePolicyRequest";
    var _ARR = "AcquireRoleRequest";
    var _ARRc = "AcquireRoleResponse";
    var _ARTIP = "AddRoleToInstanceProfile";
    var _ARTIPR = "AddRoleToInstanceProfileRequest";
    var _AS = "AssignmentStatus";
    var _AT = "AttachmentType";
    var _AU = "AllUsers";
    var _AUP = "AttachUserPolicy";
    var _AUPR = "AttachUserPolicyRequest";
    var _AUTCP = "AllowUsersToChangePassword";
    var _AUTG = "AddUserToGroup";
    var _AUTGR = "AddUserToGroupRequest";
    var _AWSSN = "AWSServiceName";
    var _BD = "BootstrapDatum";
    var _BSS = "Base32StringSeed";
    var _C = "Code";
    var _CA = "CallerArn";
    var _CAA = "CreateAccountAlias";
    var _CAAR = "CreateAccountAliasRequest";
    var _CAD = "CredentialAgeDays";
    var _CAK = "CreateAccessKey";
    var _CAKR = "CreateAccessKeyRequest";
    var _CAKRr = "CreateAccessKeyResponse";
    var _CB = "CertificateBody";
    var _CC = "CertificateChain";
    var _CD = "CreateDate";
    var _CDL = "ConsoleDeepLink";
    var _CDR = "CreateDelegationRequest";
    var _CDRR = "CreateDelegationRequestRequest";
    var _CDRRr = "CreateDelegationRequestResponse";
    var _CE = "ContextEntry";
    var _CELT = "ContextEntryListType";
    var _CEo = "ContextEntries";
    var _CG = "CreateGroup";
    var _CGR = "CreateGroupRequest";
    var _CGRr = "CreateGroupResponse";
    var _CI = "CertificateId";
    var _CID = "ClientID";
    var _CIDL = "ClientIDList";
    var _CINMAE = "CallerIsNotManagementAccountException";
    var _CIP = "CreateInstanceProfile";
    var _CIPR = "CreateInstanceProfileRequest";
    var _CIPRr = "CreateInstanceProfileResponse";
    var _CKN = "ContextKeyName";
    var _CKNo = "ContextKeyNames";
    var _CKT = "ContextKeyType";
    var _CKV = "ContextKeyValues";
    var _CLP = "CreateLoginProfile";
    var _CLPR = "CreateLoginProfileRequest";
    var _CLPRr = "CreateLoginProfileResponse";
    var _CME = "ConcurrentModificationException";
    var _COIDCP = "CreateOpenIDConnectProvider";
    var _COIDCPR = "CreateOpenIDConnectProviderRequest";
    var _COIDCPRr = "CreateOpenIDConnectProviderResponse";
    var _CP = "ChangePassword";
    var _CPR = "ChangePasswordRequest";
    var _CPRr = "CreatePolicyRequest";
    var _CPRre = "CreatePolicyResponse";
    var _CPV = "CreatePolicyVersion";
    var _CPVR = "CreatePolicyVersionRequest";
    var _CPVRr = "CreatePolicyVersionResponse";
    var _CPr = "CreatePolicy";
    var _CR = "CreateRole";
    var _CREE = "CredentialReportExpiredException";
    var _CRNPE = "CredentialReportNotPresentException";
    var _CRNRE = "CredentialReportNotReadyException";
    var _CRR = "CreateRoleRequest";
    var _CRRr = "CreateRoleResponse";
    var _CS = "CustomSuffix";
    var _CSAMLP = "CreateSAMLProvider";
    var _CSAMLPR = "CreateSAMLProviderRequest";
    var _CSAMLPRr = "CreateSAMLProviderResponse";
    var _CSLR = "CreateServiceLinkedRole";
    var _CSLRR = "CreateServiceLinkedRoleRequest";
    var _CSLRRr = "CreateServiceLinkedRoleResponse";
    var _CSSC = "CreateServiceSpecificCredential";
    var _CSSCR = "CreateServiceSpecificCredentialRequest";
    var _CSSCRr = "CreateServiceSpecificCredentialResponse";
    var _CT = "CreateTimestamp";
    var _CU = "CreateUser";
    var _CUR = "CreateUserRequest";
    var _CURr = "CreateUserResponse";
    var _CVMFAD = "CreateVirtualMFADevice";
    var _CVMFADR = "CreateVirtualMFADeviceRequest";
    var _CVMFADRr = "CreateVirtualMFADeviceResponse";
    var _Ce = "Certifications";
    var _Cer = "Certificates";
    var _Cert = "Certificate";
    var _Co = "Content";
    var _Col = "Column";
    var _D = "Description";
    var _DAA = "DeleteAccountAlias";
    var _DAAR = "DeleteAccountAliasRequest";
    var _DAK = "DeleteAccessKey";
    var _DAKR = "DeleteAccessKeyRequest";
    var _DAPP = "DeleteAccountPasswordPolicy";
    var _DCE = "DeleteConflictException";
    var _DCEu = "DuplicateCertificateException";
    var _DG = "DeleteGroup";
    var _DGP = "DeleteGroupPolicy";
    var _DGPR = "DeleteGroupPolicyRequest";
    var _DGPRe = "DetachGroupPolicyRequest";
    var _DGPe = "DetachGroupPolicy";
    var _DGR = "DeleteGroupRequest";
    var _DIP = "DeleteInstanceProfile";
    var _DIPR = "DeleteInstanceProfileRequest";
    var _DLP = "DeleteLoginProfile";
    var _DLPR = "DeleteLoginProfileRequest";
    var _DMFAD = "DeactivateMFADevice";
    var _DMFADR = "DeactivateMFADeviceRequest";
    var _DMV = "DefaultMinorVersion";
    var _DOIDCP = "DeleteOpenIDConnectProvider";
    var _DOIDCPR = "DeleteOpenIDConnectProviderRequest";
    var _DORCM = "DisableOrganizationsRootCredentialsManagement";
    var _DORCMR = "DisableOrganizationsRootCredentialsManagementRequest";
    var _DORCMRi = "DisableOrganizationsRootCredentialsManagementResponse";
    var _DORS = "DisableOrganizationsRootSessions";
    var _DORSR = "DisableOrganizationsRootSessionsRequest";
    var _DORSRi = "DisableOrganizationsRootSessionsResponse";
    var _DOWIF = "DisableOutboundWebIdentityFederation";
    var _DP = "DelegationPermission";
    var _DPC = "DelegationPermissionCheck";
    var _DPR = "DeletePolicyRequest";
    var _DPV = "DeletePolicyVersion";
    var _DPVR = "DeletePolicyVersionRequest";
    var _DPe = "DeletePolicy";
    var _DR = "DelegationRequest";
    var _DRI = "DelegationRequestId";
    var _DRP = "DeleteRolePolicy";
    var _DRPB = "DeleteRolePermissionsBoundary";
    var _DRPBR = "DeleteRolePermissionsBoundaryRequest";
    var _DRPR = "DeleteRolePolicyRequest";
    var _DRPRe = "DetachRolePolicyRequest";
    var _DRPe = "DetachRolePolicy";
    var _DRR = "DeleteRoleRequest";
    var _DRe = "DelegationRequests";
    var _DRel = "DeleteRole";
    var _DSAMLP = "DeleteSAMLProvider";
    var _DSAMLPR = "DeleteSAMLProviderRequest";
    var _DSC = "DeleteServerCertificate";
    var _DSCR = "DeleteServerCertificateRequest";
    var _DSCRe = "DeleteSigningCertificateRequest";
    var _DSCe = "DeleteSigningCertificate";
    var _DSLR = "DeleteServiceLinkedRole";
    var _DSLRR = "DeleteServiceLinkedRoleRequest";
    var _DSLRRe = "DeleteServiceLinkedRoleResponse";
    var _DSSC = "DeleteServiceSpecificCredential";
    var _DSSCR = "DeleteServiceSpecificCredentialRequest";
    var _DSSHPK = "DeleteSSHPublicKey";
    var _DSSHPKE = "DuplicateSSHPublicKeyException";
    var _DSSHPKR = "DeleteSSHPublicKeyRequest";
    var _DTFRT = "DeletionTaskFailureReasonType";
    var _DTI = "DeletionTaskId";
    var _DU = "DeleteUser";
    var _DUP = "DeleteUserPolicy";
    var _DUPB = "DeleteUserPermissionsBoundary";
    var _DUPBR = "DeleteUserPermissionsBoundaryRequest";
    var _DUPR = "DeleteUserPolicyRequest";
    var _DUPRe = "DetachUserPolicyRequest";
    var _DUPe = "DetachUserPolicy";
    var _DUR = "DeleteUserRequest";
    var _DV = "DefaultValue";
    var _DVI = "DefaultVersionId";
    var _DVMFAD = "DeleteVirtualMFADevice";
    var _DVMFADR = "DeleteVirtualMFADeviceRequest";
    var _Do = "Document";
    var _E = "Error";
    var _EA = "EntityArn";
    var _EAEE = "EntityAlreadyExistsException";
    var _EAN = "EvalActionName";
    var _ED = "EntityDetails";
    var _EDD = "EvalDecisionDetails";
    var _EDL = "EntityDetailsList";
    var _EDn = "EnableDate";
    var _EDr = "ErrorDetails";
    var _EDv = "EvalDecision";
    var _EDx = "ExpirationDate";
    var _EF = "EnabledFeatures";
    var _EFn = "EntityFilter";
    var _EI = "EntityInfo";
    var _EMFAD = "EnableMFADevice";
    var _EMFADR = "EnableMFADeviceRequest";
    var _EN = "EntityName";
    var _EORCM = "EnableOrganizationsRootCredentialsManagement";
    var _EORCMR = "EnableOrganizationsRootCredentialsManagementRequest";
    var _EORCMRn = "EnableOrganizationsRootCredentialsManagementResponse";
    var _EORS = "EnableOrganizationsRootSessions";
    var _EORSR = "EnableOrganizationsRootSessionsRequest";
    var _EORSRn = "EnableOrganizationsRootSessionsResponse";
    var _EOWIF = "EnableOutboundWebIdentityFederation";
    var _EOWIFR = "EnableOutboundWebIdentityFederationResponse";
    var _EP = "EntityPath";
    var _EPn = "EndPosition";
    var _EPx = "ExpirePasswords";
    var _ER = "EvaluationResult";
    var _ERD = "EvalResourceDecision";
    var _ERLT = "EvaluationResultsListType";
    var _ERN = "EvalResourceName";
    var _ERv = "EvaluationResults";
    var _ET = "ExpirationTime";
    var _ETUE = "EntityTemporarilyUnmodifiableException";
    var _ETn = "EntityType";
    var _En = "Encoding";
    var _Ena = "Enabled";
    var _Ex = "Expiration";
    var _F = "Filter";
    var _FDE = "FeatureDisabledException";
    var _FEE = "FeatureEnabledException";
    var _Fi = "Fingerprint";
    var _G = "Group";
    var _GAAD = "GetAccountAuthorizationDetails";
    var _GAADR = "GetAccountAuthorizationDetailsRequest";
    var _GAADRe = "GetAccountAuthorizationDetailsResponse";
    var _GAKLU = "GetAccessKeyLastUsed";
    var _GAKLUR = "GetAccessKeyLastUsedRequest";
    var _GAKLURe = "GetAccessKeyLastUsedResponse";
    var _GAP = "GetAccountProperties";
    var _GAPP = "GetAccountPasswordPolicy";
    var _GAPPR = "GetAccountPasswordPolicyResponse";
    var _GAPR = "GetAccountPropertiesRequest";
    var _GAPRe = "GetAccountPropertiesResponse";
    var _GAS = "GetAccountSummary";
    var _GASR = "GetAccountSummaryResponse";
    var _GCKFCP = "GetContextKeysForCustomPolicy";
    var _GCKFCPR = "GetContextKeysForCustomPolicyRequest";
    var _GCKFPP = "GetContextKeysForPrincipalPolicy";
    var _GCKFPPR = "GetContextKeysForPrincipalPolicyRequest";
    var _GCKFPR = "GetContextKeysForPolicyResponse";
    var _GCR = "GenerateCredentialReport";
    var _GCRR = "GenerateCredentialReportResponse";
    var _GCRRe = "GetCredentialReportResponse";
    var _GCRe = "GetCredentialReport";
    var _GD = "GroupDetail";
    var _GDL = "GroupDetailList";
    var _GDR = "GetDelegationRequest";
    var _GDRR = "GetDelegationRequestRequest";
    var _GDRRe = "GetDelegationRequestResponse";
    var _GETV = "GlobalEndpointTokenVersion";
    var _GG = "GetGroup";
    var _GGP = "GetGroupPolicy";
    var _GGPR = "GetGroupPolicyRequest";
    var _GGPRe = "GetGroupPolicyResponse";
    var _GGR = "GetGroupRequest";
    var _GGRe = "GetGroupResponse";
    var _GHRS = "GetHumanReadableSummary";
    var _GHRSR = "GetHumanReadableSummaryRequest";
    var _GHRSRe = "GetHumanReadableSummaryResponse";
    var _GI = "GroupId";
    var _GIP = "GetInstanceProfile";
    var _GIPR = "GetInstanceProfileRequest";
    var _GIPRe = "GetInstanceProfileResponse";
    var _GL = "GroupList";
    var _GLP = "GetLoginProfile";
    var _GLPR = "GetLoginProfileRequest";
    var _GLPRe = "GetLoginProfileResponse";
    var _GMFAD = "GetMFADevice";
    var _GMFADR = "GetMFADeviceRequest";
    var _GMFADRe = "GetMFADeviceResponse";
    var _GN = "GroupName";
    var _GOAR = "GenerateOrganizationsAccessReport";
    var _GOARR = "GenerateOrganizationsAccessReportRequest";
    var _GOARRe = "GenerateOrganizationsAccessReportResponse";
    var _GOARRet = "GetOrganizationsAccessReportRequest";
    var _GOARRetr = "GetOrganizationsAccessReportResponse";
    var _GOARe = "GetOrganizationsAccessReport";
    var _GOIDCP = "GetOpenIDConnectProvider";
    var _GOIDCPR = "GetOpenIDConnectProviderRequest";
    var _GOIDCPRe = "GetOpenIDConnectProviderResponse";
    var _GOWIFI = "GetOutboundWebIdentityFederationInfo";
    var _GOWIFIR = "GetOutboundWebIdentityFederationInfoResponse";
    var _GP = "GetPolicy";
    var _GPL = "GroupPolicyList";
    var _GPR = "GetPolicyRequest";
    var _GPRe = "GetPolicyResponse";
    var _GPV = "GetPolicyVersion";
    var _GPVR = "GetPolicyVersionRequest";
    var _GPVRe = "GetPolicyVersionResponse";
    var _GR = "GetRole";
    var _GRP = "GetRolePolicy";
    var _GRPR = "GetRolePolicyRequest";
    var _GRPRe = "GetRolePolicyResponse";
    var _GRR = "GetRoleRequest";
    var _GRRe = "GetRoleResponse";
    var _GRTV = "GetRoleTemplateVersion";
    var _GRTVR = "GetRoleTemplateVersionRequest";
    var _GRTVRe = "GetRoleTemplateVersionResponse";
    var _GSAMLP = "GetSAMLProvider";
    var _GSAMLPR = "GetSAMLProviderRequest";
    var _GSAMLPRe = "GetSAMLProviderResponse";
    var _GSC = "GetServerCertificate";
    var _GSCR = "GetServerCertificateRequest";
    var _GSCRe = "GetServerCertificateResponse";
    var _GSLAD = "GenerateServiceLastAccessedDetails";
    var _GSLADR = "GenerateServiceLastAccessedDetailsRequest";
    var _GSLADRe = "GenerateServiceLastAccessedDetailsResponse";
    var _GSLADRet = "GetServiceLastAccessedDetailsRequest";
    var _GSLADRete = "GetServiceLastAccessedDetailsResponse";
    var _GSLADWE = "GetServiceLastAccessedDetailsWithEntities";
    var _GSLADWER = "GetServiceLastAccessedDetailsWithEntitiesRequest";
    var _GSLADWERe = "GetServiceLastAccessedDetailsWithEntitiesResponse";
    var _GSLADe = "GetServiceLastAccessedDetails";
    var _GSLRDS = "GetServiceLinkedRoleDeletionStatus";
    var _GSLRDSR = "GetServiceLinkedRoleDeletionStatusRequest";
    var _GSLRDSRe = "GetServiceLinkedRoleDeletionStatusResponse";
    var _GSSHPK = "GetSSHPublicKey";
    var _GSSHPKR = "GetSSHPublicKeyRequest";
    var _GSSHPKRe = "GetSSHPublicKeyResponse";
    var _GT = "GeneratedTime";
    var _GU = "GetUser";
    var _GUP = "GetUserPolicy";
    var _GUPR = "GetUserPolicyRequest";
    var _GUPRe = "GetUserPolicyResponse";
    var _GUR = "GetUserRequest";
    var _GURe = "GetUserResponse";
    var _Gr = "Granularity";
    var _Gro = "Groups";
    var _HE = "HardExpiry";
    var _I = "Id";
    var _IA = "IsAttachable";
    var _IACE = "InvalidAuthenticationCodeException";
    var _ICE = "InvalidCertificateException";
    var _IDV = "IsDefaultVersion";
    var _II = "IssuerIdentifier";
    var _IIE = "InvalidInputException";
    var _IP = "InstanceProfile";
    var _IPI = "InstanceProfileId";
    var _IPIT = "InlinePolicyIdentifierType";
    var _IPIn = "InlinePolicyIdentifier";
    var _IPKE = "InvalidPublicKeyException";
    var _IPL = "InstanceProfileList";
    var _IPN = "InstanceProfileName";
    var _IPT = "InlinePolicyTemplates";
    var _IPn = "InlinePolicy";
    var _IPns = "InstanceProfiles";
    var _IR = "IsRequired";
    var _IT = "IsTruncated";
    var _IUTE = "InvalidUserTypeException";
    var _Im = "Immutable";
    var _JCD = "JobCreationDate";
    var _JCDo = "JobCompletionDate";
    var _JI = "JobId";
    var _JS = "JobStatus";
    var _JT = "JobType";
    var _JVE = "JwtVendingEnabled";
    var _K = "Key";
    var _KI = "KeyId";
    var _KPME = "KeyPairMismatchException";
    var _L = "Locale";
    var _LA = "LastAuthenticated";
    var _LAA = "ListAccountAliases";
    var _LAAR = "ListAccountAliasesRequest";
    var _LAARi = "ListAccountAliasesResponse";
    var _LAE = "LastAuthenticatedEntity";
    var _LAEa = "LastAccessedEntity";
    var _LAGP = "ListAttachedGroupPolicies";
    var _LAGPR = "ListAttachedGroupPoliciesRequest";
    var _LAGPRi = "ListAttachedGroupPoliciesResponse";
    var _LAK = "ListAccessKeys";
    var _LAKR = "ListAccessKeysRequest";
    var _LAKRi = "ListAccessKeysResponse";
    var _LAR = "LastAuthenticatedRegion";
    var _LARP = "ListAttachedRolePolicies";
    var _LARPR = "ListAttachedRolePoliciesRequest";
    var _LARPRi = "ListAttachedRolePoliciesResponse";
    var _LARa = "LastAccessedRegion";
    var _LAT = "LastAuthenticatedTime";
    var _LATa = "LastAccessedTime";
    var _LAUP = "ListAttachedUserPolicies";
    var _LAUPR = "ListAttachedUserPoliciesRequest";
    var _LAUPRi = "ListAttachedUserPoliciesResponse";
    var _LDR = "ListDelegationRequests";
    var _LDRR = "ListDelegationRequestsRequest";
    var _LDRRi = "ListDelegationRequestsResponse";
    var _LEE = "LimitExceededException";
    var _LEFP = "ListEntitiesForPolicy";
    var _LEFPR = "ListEntitiesForPolicyRequest";
    var _LEFPRi = "ListEntitiesForPolicyResponse";
    var _LG = "ListGroups";
    var _LGFU = "ListGroupsForUser";
    var _LGFUR = "ListGroupsForUserRequest";
    var _LGFURi = "ListGroupsForUserResponse";
    var _LGP = "ListGroupPolicies";
    var _LGPR = "ListGroupPoliciesRequest";
    var _LGPRi = "ListGroupPoliciesResponse";
    var _LGR = "ListGroupsRequest";
    var _LGRi = "ListGroupsResponse";
    var _LIP = "ListInstanceProfiles";
    var _LIPFR = "ListInstanceProfilesForRole";
    var _LIPFRR = "ListInstanceProfilesForRoleRequest";
    var _LIPFRRi = "ListInstanceProfilesForRoleResponse";
    var _LIPR = "ListInstanceProfilesRequest";
    var _LIPRi = "ListInstanceProfilesResponse";
    var _LIPT = "ListInstanceProfileTags";
    var _LIPTR = "ListInstanceProfileTagsRequest";
    var _LIPTRi = "ListInstanceProfileTagsResponse";
    var _LMFAD = "ListMFADevices";
    var _LMFADR = "ListMFADevicesRequest";
    var _LMFADRi = "ListMFADevicesResponse";
    var _LMFADT = "ListMFADeviceTags";
    var _LMFADTR = "ListMFADeviceTagsRequest";
    var _LMFADTRi = "ListMFADeviceTagsResponse";
    var _LOF = "ListOrganizationsFeatures";
    var _LOFR = "ListOrganizationsFeaturesRequest";
    var _LOFRi = "ListOrganizationsFeaturesResponse";
    var _LOIDCP = "ListOpenIDConnectProviders";
    var _LOIDCPR = "ListOpenIDConnectProvidersRequest";
    var _LOIDCPRi = "ListOpenIDConnectProvidersResponse";
    var _LOIDCPT = "ListOpenIDConnectProviderTags";
    var _LOIDCPTR = "ListOpenIDConnectProviderTagsRequest";
    var _LOIDCPTRi = "ListOpenIDConnectProviderTagsResponse";
    var _LP = "LoginProfile";
    var _LPGSA = "ListPoliciesGrantingServiceAccess";
    var _LPGSAE = "ListPoliciesGrantingServiceAccessEntry";
    var _LPGSAR = "ListPoliciesGrantingServiceAccessRequest";
    var _LPGSARi = "ListPoliciesGrantingServiceAccessResponse";
    var _LPR = "ListPoliciesRequest";
    var _LPRi = "ListPoliciesResponse";
    var _LPT = "ListPolicyTags";
    var _LPTR = "ListPolicyTagsRequest";
    var _LPTRi = "ListPolicyTagsResponse";
    var _LPV = "ListPolicyVersions";
    var _LPVR = "ListPolicyVersionsRequest";
    var _LPVRi = "ListPolicyVersionsResponse";
    var _LPi = "ListPolicies";
    var _LR = "ListRoles";
    var _LRP = "ListRolePolicies";
    var _LRPR = "ListRolePoliciesRequest";
    var _LRPRi = "ListRolePoliciesResponse";
    var _LRR = "ListRolesRequest";
    var _LRRi = "ListRolesResponse";
    var _LRT = "ListRoleTags";
    var _LRTR = "ListRoleTagsRequest";
    var _LRTRi = "ListRoleTagsResponse";
    var _LSAMLP = "ListSAMLProviders";
    var _LSAMLPR = "ListSAMLProvidersRequest";
    var _LSAMLPRi = "ListSAMLProvidersResponse";
    var _LSAMLPT = "ListSAMLProviderTags";
    var _LSAMLPTR = "ListSAMLProviderTagsRequest";
    var _LSAMLPTRi = "ListSAMLProviderTagsResponse";
    var _LSC = "ListServerCertificates";
    var _LSCR = "ListServerCertificatesRequest";
    var _LSCRi = "ListServerCertificatesResponse";
    var _LSCRis = "ListSigningCertificatesRequest";
    var _LSCRist = "ListSigningCertificatesResponse";
    var _LSCT = "ListServerCertificateTags";
    var _LSCTR = "ListServerCertificateTagsRequest";
    var _LSCTRi = "ListServerCertificateTagsResponse";
    var _LSCi = "ListSigningCertificates";
    var _LSSC = "ListServiceSpecificCredentials";
    var _LSSCR = "ListServiceSpecificCredentialsRequest";
    var _LSSCRi = "ListServiceSpecificCredentialsResponse";
    var _LSSHPK = "ListSSHPublicKeys";
    var _LSSHPKR = "ListSSHPublicKeysRequest";
    var _LSSHPKRi = "ListSSHPublicKeysResponse";
    var _LU = "ListUsers";
    var _LUD = "LastUsedDate";
    var _LUP = "ListUserPolicies";
    var _LUPR = "ListUserPoliciesRequest";
    var _LUPRi = "ListUserPoliciesResponse";
    var _LUR = "ListUsersRequest";
    var _LURi = "ListUsersResponse";
    var _LUT = "ListUserTags";
    var _LUTR = "ListUserTagsRequest";
    var _LUTRi = "ListUserTagsResponse";
    var _LVMFAD = "ListVirtualMFADevices";
    var _LVMFADR = "ListVirtualMFADevicesRequest";
    var _LVMFADRi = "ListVirtualMFADevicesResponse";
    var _Li = "Line";
    var _M = "Message";
    var _MBT = "ManagedByType";
    var _MBV = "ManagedByValue";
    var _MCE = "MalformedCertificateException";
    var _MCV = "MissingContextValues";
    var _MFAD = "MFADevices";
    var _MFADe = "MFADevice";
    var _MI = "MaxItems";
    var _MPA = "MaxPasswordAge";
    var _MPAa = "ManagedPolicyArns";
    var _MPD = "ManagedPolicyDetail";
    var _MPDE = "MalformedPolicyDocumentException";
    var _MPDLT = "ManagedPolicyDetailListType";
    var _MPL = "MinimumPasswordLength";
    var _MS = "MatchedStatements";
    var _MSD = "MaxSessionDuration";
    var _MV = "MinorVersion";
    var _MVa = "MajorVersion";
    var _Ma = "Marker";
    var _N = "Name";
    var _NC = "NotificationChannel";
    var _NCE = "NameConflictException";
    var _NGN = "NewGroupName";
    var _NOSA = "NumberOfServicesAccessible";
    var _NOSNA = "NumberOfServicesNotAccessed";
    var _NP = "NewPassword";
    var _NPe = "NewPath";
    var _NSCN = "NewServerCertificateName";
    var _NSEE = "NoSuchEntityException";
    var _NUN = "NewUserName";
    var _No = "Notes";
    var _OA = "OnlyAttached";
    var _OAI = "OwnerAccountId";
    var _ODD = "OrganizationsDecisionDetail";
    var _OI = "OwnerId";
    var _OIDCPA = "OpenIDConnectProviderArn";
    var _OIDCPL = "OpenIDConnectProviderList";
    var _OIDCPLE = "OpenIDConnectProviderListEntry";
    var _OIDCPLT = "OpenIDConnectProviderListType";
    var _OIICEE = "OpenIdIdpCommunicationErrorException";
    var _OIr = "OrganizationId";
    var _ONFE = "OrganizationNotFoundException";
    var _ONIAFME = "OrganizationNotInAllFeaturesModeException";
    var _OOPIL = "OrderedOrganizationPolicyInputList";
    var _OOPT = "OrderedOrganizationPolicyType";
    var _OP = "OldPassword";
    var _OPI = "OrganizationsPolicyId";
    var _OPLT = "OrganizationPolicyListType";
    var _OSBO = "OnlySendByOwner";
    var _P = "Permissions";
    var _PA = "PolicyArn";
    var _PAP = "PutAccountProperties";
    var _PAPR = "PutAccountPropertiesRequest";
    var _PAPRu = "PutAccountPropertiesResponse";
    var _PB = "PermissionsBoundary";
    var _PBA = "PermissionsBoundaryArn";
    var _PBAe = "PermissionBoundaryArn";
    var _PBDD = "PermissionsBoundaryDecisionDetail";
    var _PBPIL = "PermissionsBoundaryPolicyInputList";
    var _PBT = "PermissionsBoundaryType";
    var _PBUC = "PermissionsBoundaryUsageCount";
    var _PCR = "PermissionCheckResult";
    var _PCS = "PermissionCheckStatus";
    var _PD = "PolicyDocument";
    var _PDa = "ParameterDefinition";
    var _PDar = "ParametersDefinition";
    var _PDo = "PolicyDetail";
    var _PEE = "PolicyEvaluationException";
    var _PEL = "PolicyExclusionList";
    var _PELT = "PolicyExclusionsListType";
    var _PG = "PolicyGroups";
    var _PGLT = "PolicyGroupListType";
    var _PGP = "PutGroupPolicy";
    var _PGPR = "PutGroupPolicyRequest";
    var _PGSA = "PoliciesGrantingServiceAccess";
    var _PGSAo = "PolicyGrantingServiceAccess";
    var _PGo = "PolicyGroup";
    var _PI = "PolicyId";
    var _PIL = "PolicyInputList";
    var _PIo = "PolicyIdentifier";
    var _PK = "PrivateKey";
    var _PKL = "PrivateKeyList";
    var _PLU = "PasswordLastUsed";
    var _PN = "PolicyName";
    var _PNAE = "PolicyNotAttachableException";
    var _PNo = "PolicyNames";
    var _PP = "PermissionPolicy";
    var _PPVE = "PasswordPolicyViolationException";
    var _PPa = "PasswordPolicy";
    var _PPat = "PathPrefix";
    var _PPo = "PolicyParameter";
    var _PR = "PolicyRoles";
    var _PRLT = "PolicyRoleListType";
    var _PRP = "PasswordReusePrevention";
    var _PRPB = "PutRolePermissionsBoundary";
    var _PRPBR = "PutRolePermissionsBoundaryRequest";
    var _PRPR = "PutRolePolicyRequest";
    var _PRPu = "PutRolePolicy";
    var _PRR = "PasswordResetRequired";
    var _PRo = "PolicyRole";
    var _PSA = "PolicySourceArn";
    var _PT = "PolicyType";
    var _PTA = "PolicyTemplateArn";
    var _PU = "PolicyUsers";
    var _PUF = "PolicyUsageFilter";
    var _PULT = "PolicyUserListType";
    var _PUP = "PutUserPolicy";
    var _PUPB = "PutUserPermissionsBoundary";
    var _PUPBR = "PutUserPermissionsBoundaryRequest";
    var _PUPR = "PutUserPolicyRequest";
    var _PUo = "PolicyUser";
    var _PV = "PolicyVersion";
    var _PVL = "PolicyVersionList";
    var _Pa = "Path";
    var _Par = "Parameters";
    var _Pas = "Password";
    var _Po = "Policy";
    var _Pol = "Policies";
    var _Pos = "Position";
    var _Pr = "Properties";
    var _QRCPNG = "QRCodePNG";
    var _R = "Region";
    var _RA = "ResourceArns";
    var _RCIDFOIDCP = "RemoveClientIDFromOpenIDConnectProvider";
    var _RCIDFOIDCPR = "RemoveClientIDFromOpenIDConnectProviderRequest";
    var _RD = "RoleDetail";
    var _RDL = "RoleDetailList";
    var _RDP = "RoleDescriptionPattern";
    var _RDR = "RejectDelegationRequest";
    var _RDRR = "RejectDelegationRequestRequest";
    var _RF = "ReportFormat";
    var _RGLEE = "ReportGenerationLimitExceededException";
    var _RHO = "ResourceHandlingOption";
    var _RI = "RequestorId";
    var _RIo = "RoleId";
    var _RLC = "RequireLowercaseCharacters";
    var _RLU = "RoleLastUsed";
    var _RM = "RequestMessage";
    var _RME = "RoleModifiedException";
    var _RMFAD = "ResyncMFADevice";
    var _RMFADR = "ResyncMFADeviceRequest";
    var _RN = "RoleName";
    var _RNP = "RoleNamePattern";
    var _RNe = "RequestorName";
    var _RNeq = "RequireNumbers";
    var _RO = "ResourceOwner";
    var _RP = "ResourcePolicy";
    var _RPK = "RemovePrivateKey";
    var _RPL = "RolePolicyList";
    var _RPP = "RolePathPattern";
    var _RPRA = "RolePermissionRestrictionArns";
    var _RR = "RejectionReason";
    var _RRFIP = "RemoveRoleFromInstanceProfile";
    var _RRFIPR = "RemoveRoleFromInstanceProfileRequest";
    var _RS = "RequireSymbols";
    var _RSR = "ResourceSpecificResults";
    var _RSRLT = "ResourceSpecificResultListType";
    var _RSRe = "ResourceSpecificResult";
    var _RSSC = "ResetServiceSpecificCredential";
    var _RSSCR = "ResetServiceSpecificCredentialRequest";
    var _RSSCRe = "ResetServiceSpecificCredentialResponse";
    var _RTDE = "RoleTemplateDisabledException";
    var _RTT = "RoleTagsTemplate";
    var _RTV = "RoleTemplateVersion";
    var _RU = "RedirectUrl";
    var _RUC = "RequireUppercaseCharacters";
    var _RUFG = "RemoveUserFromGroup";
    var _RUFGR = "RemoveUserFromGroupRequest";
    var _RUL = "RoleUsageList";
    var _RULT = "RoleUsageListType";
    var _RUT = "RoleUsageType";
    var _RV = "ReplacementValues";
    var _RVE = "ReplacementValueEntry";
    var _RWI = "RequestorWorkflowId";
    var _Re = "Reason";
    var _Res = "Resources";
    var _Ro = "Role";
    var _Rol = "Roles";
    var _S = "Status";
    var _SAD = "SetAsDefault";
    var _SAK = "SecretAccessKey";
    var _SAMLMD = "SAMLMetadataDocument";
    var _SAMLPA = "SAMLProviderArn";
    var _SAMLPK = "SAMLPrivateKey";
    var _SAMLPL = "SAMLProviderList";
    var _SAMLPLE = "SAMLProviderListEntry";
    var _SAMLPLT = "SAMLProviderListType";
    var _SAMLPUUID = "SAMLProviderUUID";
    var _SANEE = "ServiceAccessNotEnabledException";
    var _SC = "SummaryContent";
    var _SCA = "ServiceCredentialAlias";
    var _SCI = "ServerCertificateId";
    var _SCM = "ServerCertificateMetadata";
    var _SCML = "ServerCertificateMetadataList";
    var _SCN = "ServerCertificateName";
    var _SCP = "SimulateCustomPolicy";
    var _SCPIL = "ServiceControlPolicyInputList";
    var _SCPR = "SimulateCustomPolicyRequest";
    var _SCS = "ServiceCredentialSecret";
    var _SCe = "ServerCertificate";
    var _SCi = "SigningCertificate";
    var _SD = "SessionDuration";
    var _SDPV = "SetDefaultPolicyVersion";
    var _SDPVR = "SetDefaultPolicyVersionRequest";
    var _SDT = "SendDelegationToken";
    var _SDTR = "SendDelegationTokenRequest";
    var _SFE = "ServiceFailureException";
    var _SK = "SortKey";
    var _SLA = "ServicesLastAccessed";
    var _SLAe = "ServiceLastAccessed";
    var _SLT = "StatementListType";
    var _SM = "SummaryMap";
    var _SN = "ServiceName";
    var _SNSE = "ServiceNotSupportedException";
    var _SNe = "ServiceNamespace";
    var _SNer = "SerialNumber";
    var _SNerv = "ServiceNamespaces";
    var _SP = "ServicePassword";
    var _SPI = "SourcePolicyId";
    var _SPP = "SimulatePrincipalPolicy";
    var _SPPR = "SimulatePrincipalPolicyRequest";
    var _SPR = "SimulatePolicyResponse";
    var _SPT = "SourcePolicyType";
    var _SPt = "StartPosition";
    var _SRT = "SourceRoleTemplate";
    var _SS = "SummaryState";
    var _SSC = "ServiceSpecificCredential";
    var _SSCI = "ServiceSpecificCredentialId";
    var _SSCLT = "ServiceSpecificCredentialsListType";
    var _SSCM = "ServiceSpecificCredentialMetadata";
    var _SSCe = "ServiceSpecificCredentials";
    var _SSHPK = "SSHPublicKey";
    var _SSHPKB = "SSHPublicKeyBody";
    var _SSHPKI = "SSHPublicKeyId";
    var _SSHPKLT = "SSHPublicKeyListType";
    var _SSHPKM = "SSHPublicKeyMetadata";
    var _SSHPKu = "SSHPublicKeys";
    var _SSTSP = "SetSecurityTokenServicePreferences";
    var _SSTSPR = "SetSecurityTokenServicePreferencesRequest";
    var _ST = "SubType";
    var _SUN = "ServiceUserName";
    var _Sc = "Scope";
    var _St = "State";
    var _Sta = "Statement";
    var _T = "Tags";
    var _TA = "TemplateArn";
    var _TAE = "TotalAuthenticatedEntities";
    var _TALA = "TrackedActionsLastAccessed";
    var _TALAr = "TrackedActionLastAccessed";
    var _TIP = "TagInstanceProfile";
    var _TIPR = "TagInstanceProfileRequest";
    var _TK = "TagKeys";
    var _TL = "ThumbprintList";
    var _TMFAD = "TagMFADevice";
    var _TMFADR = "TagMFADeviceRequest";
    var _TMV = "TemplateMinorVersion";
    var _TN = "TemplateName";
    var _TOIDCP = "TagOpenIDConnectProvider";
    var _TOIDCPR = "TagOpenIDConnectProviderRequest";
    var _TP = "TagPolicy";
    var _TPR = "TagPolicyRequest";
    var _TR = "TagRole";
    var _TRR = "TagRoleRequest";
    var _TSAMLP = "TagSAMLProvider";
    var _TSAMLPR = "TagSAMLProviderRequest";
    var _TSC = "TagServerCertificate";
    var _TSCR = "TagServerCertificateRequest";
    var _TT = "TagTemplate";
    var _TU = "TagUser";
    var _TUR = "TagUserRequest";
    var _TVI = "TemplateVersionId";
    var _Ta = "Tag";
    var _Ti = "Timestamp";
    var _Ty = "Type";
    var _U = "Url";
    var _UAK = "UpdateAccessKey";
    var _UAKR = "UpdateAccessKeyRequest";
    var _UAPP = "UpdateAccountPasswordPolicy";
    var _UAPPR = "UpdateAccountPasswordPolicyRequest";
    var _UARP = "UpdateAssumeRolePolicy";
    var _UARPR = "UpdateAssumeRolePolicyRequest";
    var _UD = "UpdateDate";
    var _UDL = "UserDetailList";
    var _UDR = "UpdateDelegationRequest";
    var _UDRR = "UpdateDelegationRequestRequest";
    var _UDp = "UploadDate";
    var _UDs = "UserDetail";
    var _UEE = "UnmodifiableEntityException";
    var _UG = "UpdateGroup";
    var _UGR = "UpdateGroupRequest";
    var _UI = "UserId";
    var _UIP = "UntagInstanceProfile";
    var _UIPR = "UntagInstanceProfileRequest";
    var _ULP = "UpdateLoginProfile";
    var _ULPR = "UpdateLoginProfileRequest";
    var _UMFAD = "UntagMFADevice";
    var _UMFADR = "UntagMFADeviceRequest";
    var _UN = "UserName";
    var _UOIDCP = "UntagOpenIDConnectProvider";
    var _UOIDCPR = "UntagOpenIDConnectProviderRequest";
    var _UOIDCPT = "UpdateOpenIDConnectProviderThumbprint";
    var _UOIDCPTR = "UpdateOpenIDConnectProviderThumbprintRequest";
    var _UP = "UntagPolicy";
    var _UPKEE = "UnrecognizedPublicKeyEncodingException";
    var _UPL = "UserPolicyList";
    var _UPR = "UntagPolicyRequest";
    var _UR = "UntagRole";
    var _URD = "UpdateRoleDescription";
    var _URDR = "UpdateRoleDescriptionRequest";
    var _URDRp = "UpdateRoleDescriptionResponse";
    var _URR = "UntagRoleRequest";
    var _URRp = "UpdateRoleRequest";
    var _URRpd = "UpdateRoleResponse";
    var _URp = "UpdateRole";
    var _USAMLP = "UntagSAMLProvider";
    var _USAMLPR = "UntagSAMLProviderRequest";
    var _USAMLPRp = "UpdateSAMLProviderRequest";
    var _USAMLPRpd = "UpdateSAMLProviderResponse";
    var _USAMLPp = "UpdateSAMLProvider";
    var _USC = "UntagServerCertificate";
    var _USCR = "UntagServerCertificateRequest";
    var _USCRp = "UpdateServerCertificateRequest";
    var _USCRpd = "UpdateSigningCertificateRequest";
    var _USCRpl = "UploadServerCertificateRequest";
    var _USCRplo = "UploadServerCertificateResponse";
    var _USCRploa = "UploadSigningCertificateRequest";
    var _USCRpload = "UploadSigningCertificateResponse";
    var _USCp = "UpdateServerCertificate";
    var _USCpd = "UpdateSigningCertificate";
    var _USCpl = "UploadServerCertificate";
    var _USCplo = "UploadSigningCertificate";
    var _USSC = "UpdateServiceSpecificCredential";
    var _USSCR = "UpdateServiceSpecificCredentialRequest";
    var _USSHPK = "UpdateSSHPublicKey";
    var _USSHPKR = "UpdateSSHPublicKeyRequest";
    var _USSHPKRp = "UploadSSHPublicKeyRequest";
    var _USSHPKRpl = "UploadSSHPublicKeyResponse";
    var _USSHPKp = "UploadSSHPublicKey";
    var _UT = "UpdatedTime";
    var _UTp = "UpdateTimestamp";
    var _UU = "UntagUser";
    var _UUR = "UntagUserRequest";
    var _UURp = "UpdateUserRequest";
    var _UUp = "UpdateUser";
    var _Us = "User";
    var _Use = "Users";
    var _V = "Versions";
    var _VE = "VersionEnabled";
    var _VI = "VersionId";
    var _VMFAD = "VirtualMFADevice";
    var _VMFADN = "VirtualMFADeviceName";
    var _VMFADi = "VirtualMFADevices";
    var _VU = "ValidUntil";
    var _Va = "Values";
    var _Val = "Value";
    var _aKMLT = "accessKeyMetadataListType";
    var _aKST = "accessKeySecretType";
    var _aPLT = "attachedPoliciesListType";
    var _aQE = "awsQueryError";
    var _c = "client";
    var _cLT = "certificateListType";
    var _dRLT = "delegationRequestsListType";
    var _e = "error";
    var _eDLT = "entityDetailsListType";
    var _gDLT = "groupDetailListType";
    var _gLT = "groupListType";
    var _hE = "httpError";
    var _iPLT = "instanceProfileListType";
    var _iPTLT = "inlinePolicyTemplateListType";
    var _iT = "isTruncated";
    var _lPGSARLT = "listPolicyGrantingServiceAccessResponseListType";
    var _m = "message";
    var _mDLT = "mfaDeviceListType";
    var _mSRVE = "mapStringReplacementValueEntry";
    var _pDLT = "parametersDefinitionListType";
    var _pDLTo = "policyDetailListType";
    var _pDVLT = "policyDocumentVersionListType";
    var _pGSALT = "policyGrantingServiceAccessListType";
    var _pKL = "privateKeyList";
    var _pKT = "privateKeyType";
    var _pLT = "policyListType";
    var _pPLT = "policyParameterListType";
    var _pT = "passwordType";
    var _rDLT = "roleDetailListType";
    var _rLT = "roleListType";
    var _s = "smithy.ts.sdk.synthetic.com.amazonaws.iam";
    var _sCMLT = "serverCertificateMetadataListType";
    var _sCS = "serviceCredentialSecret";
    var _sP = "servicePassword";
    var _se = "server";
    var _tLT = "tagListType";
    var _tTLT = "tagTemplateListType";
    var _uDLT = "userDetailListType";
    var _uLT = "userListType";
    var _vMFADLT = "virtualMFADeviceListType";
    var n0 = "com.amazonaws.iam";
    var _s_registry = new TypeRegistry(_s);
    var IAMServiceException$ = [-3, _s, "IAMServiceException", 0, [], []];
    _s_registry.registerError(IAMServiceException$, IAMServiceException);
    var n0_registry = new TypeRegistry(n0);
    var AccountNotManagementOrDelegatedAdministratorException$ = [
      -3,
      n0,
      _ANMODAE,
      { [_e]: _c, [_hE]: 400 },
      [_M],
      [0]
    ];
    n0_registry.registerError(AccountNotManagementOrDelegatedAdministratorException$, AccountNotManagementOrDelegatedAdministratorException);
    var CallerIsNotManagementAccountException$ = [
      -3,
      n0,
      _CINMAE,
      { [_e]: _c, [_hE]: 400 },
      [_M],
      [0]
    ];
    n0_registry.registerError(CallerIsNotManagementAccountException$, CallerIsNotManagementAccountException);
    var ConcurrentModificationException$ = [
      -3,
      n0,
      _CME,
      { [_aQE]: [`ConcurrentModification`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
    var CredentialReportExpiredException$ = [
      -3,
      n0,
      _CREE,
      { [_aQE]: [`ReportExpired`, 410], [_e]: _c, [_hE]: 410 },
      [_m],
      [0]
    ];
    n0_registry.registerError(CredentialReportExpiredException$, CredentialReportExpiredException);
    var CredentialReportNotPresentException$ = [
      -3,
      n0,
      _CRNPE,
      { [_aQE]: [`ReportNotPresent`, 410], [_e]: _c, [_hE]: 410 },
      [_m],
      [0]
    ];
    n0_registry.registerError(CredentialReportNotPresentException$, CredentialReportNotPresentException);
    var CredentialReportNotReadyException$ = [
      -3,
      n0,
      _CRNRE,
      { [_aQE]: [`ReportInProgress`, 404], [_e]: _c, [_hE]: 404 },
      [_m],
      [0]
    ];
    n0_registry.registerError(CredentialReportNotReadyException$, CredentialReportNotReadyException);
    var DeleteConflictException$ = [
      -3,
      n0,
      _DCE,
      { [_aQE]: [`DeleteConflict`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(DeleteConflictException$, DeleteConflictException);
    var DuplicateCertificateException$ = [
      -3,
      n0,
      _DCEu,
      { [_aQE]: [`DuplicateCertificate`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(DuplicateCertificateException$, DuplicateCertificateException);
    var DuplicateSSHPublicKeyException$ = [
      -3,
      n0,
      _DSSHPKE,
      { [_aQE]: [`DuplicateSSHPublicKey`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(DuplicateSSHPublicKeyException$, DuplicateSSHPublicKeyException);
    var EntityAlreadyExistsException$ = [
      -3,
      n0,
      _EAEE,
      { [_aQE]: [`EntityAlreadyExists`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(EntityAlreadyExistsException$, EntityAlreadyExistsException);
    var EntityTemporarilyUnmodifiableException$ = [
      -3,
      n0,
      _ETUE,
      { [_aQE]: [`EntityTemporarilyUnmodifiable`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(EntityTemporarilyUnmodifiableException$, EntityTemporarilyUnmodifiableException);
    var FeatureDisabledException$ = [
      -3,
      n0,
      _FDE,
      { [_aQE]: [`FeatureDisabled`, 404], [_e]: _c, [_hE]: 404 },
      [_m],
      [0]
    ];
    n0_registry.registerError(FeatureDisabledException$, FeatureDisabledException);
    var FeatureEnabledException$ = [
      -3,
      n0,
      _FEE,
      { [_aQE]: [`FeatureEnabled`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(FeatureEnabledException$, FeatureEnabledException);
    var InvalidAuthenticationCodeException$ = [
      -3,
      n0,
      _IACE,
      { [_aQE]: [`InvalidAuthenticationCode`, 403], [_e]: _c, [_hE]: 403 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidAuthenticationCodeException$, InvalidAuthenticationCodeException);
    var InvalidCertificateException$ = [
      -3,
      n0,
      _ICE,
      { [_aQE]: [`InvalidCertificate`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidCertificateException$, InvalidCertificateException);
    var InvalidInputException$ = [
      -3,
      n0,
      _IIE,
      { [_aQE]: [`InvalidInput`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidInputException$, InvalidInputException);
    var InvalidPublicKeyException$ = [
      -3,
      n0,
      _IPKE,
      { [_aQE]: [`InvalidPublicKey`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidPublicKeyException$, InvalidPublicKeyException);
    var InvalidUserTypeException$ = [
      -3,
      n0,
      _IUTE,
      { [_aQE]: [`InvalidUserType`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidUserTypeException$, InvalidUserTypeException);
    var KeyPairMismatchException$ = [
      -3,
      n0,
      _KPME,
      { [_aQE]: [`KeyPairMismatch`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(KeyPairMismatchException$, KeyPairMismatchException);
    var LimitExceededException$ = [
      -3,
      n0,
      _LEE,
      { [_aQE]: [`LimitExceeded`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(LimitExceededException$, LimitExceededException);
    var MalformedCertificateException$ = [
      -3,
      n0,
      _MCE,
      { [_aQE]: [`MalformedCertificate`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(MalformedCertificateException$, MalformedCertificateException);
    var MalformedPolicyDocumentException$ = [
      -3,
      n0,
      _MPDE,
      { [_aQE]: [`MalformedPolicyDocument`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
    var NameConflictException$ = [
      -3,
      n0,
      _NCE,
      { [_aQE]: [`NameConflict`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(NameConflictException$, NameConflictException);
    var NoSuchEntityException$ = [
      -3,
      n0,
      _NSEE,
      { [_aQE]: [`NoSuchEntity`, 404], [_e]: _c, [_hE]: 404 },
      [_m],
      [0]
    ];
    n0_registry.registerError(NoSuchEntityException$, NoSuchEntityException);
    var OpenIdIdpCommunicationErrorException$ = [
      -3,
      n0,
      _OIICEE,
      { [_aQE]: [`OpenIdIdpCommunicationError`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(OpenIdIdpCommunicationErrorException$, OpenIdIdpCommunicationErrorException);
    var OrganizationNotFoundException$ = [
      -3,
      n0,
      _ONFE,
      { [_e]: _c, [_hE]: 400 },
      [_M],
      [0]
    ];
    n0_registry.registerError(OrganizationNotFoundException$, OrganizationNotFoundException);
    var OrganizationNotInAllFeaturesModeException$ = [
      -3,
      n0,
      _ONIAFME,
      { [_e]: _c, [_hE]: 400 },
      [_M],
      [0]
    ];
    n0_registry.registerError(OrganizationNotInAllFeaturesModeException$, OrganizationNotInAllFeaturesModeException);
    var PasswordPolicyViolationException$ = [
      -3,
      n0,
      _PPVE,
      { [_aQE]: [`PasswordPolicyViolation`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(PasswordPolicyViolationException$, PasswordPolicyViolationException);
    var PolicyEvaluationException$ = [
      -3,
      n0,
      _PEE,
      { [_aQE]: [`PolicyEvaluation`, 500], [_e]: _se, [_hE]: 500 },
      [_m],
      [0]
    ];
    n0_registry.registerError(PolicyEvaluationException$, PolicyEvaluationException);
    var PolicyNotAttachableException$ = [
      -3,
      n0,
      _PNAE,
      { [_aQE]: [`PolicyNotAttachable`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(PolicyNotAttachableException$, PolicyNotAttachableException);
    var ReportGenerationLimitExceededException$ = [
      -3,
      n0,
      _RGLEE,
      { [_aQE]: [`ReportGenerationLimitExceeded`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ReportGenerationLimitExceededException$, ReportGenerationLimitExceededException);
    var RoleModifiedException$ = [
      -3,
      n0,
      _RME,
      { [_aQE]: [`RoleModified`, 409], [_e]: _c, [_hE]: 409 },
      [_m],
      [0]
    ];
    n0_registry.registerError(RoleModifiedException$, RoleModifiedException);
    var RoleTemplateDisabledException$ = [
      -3,
      n0,
      _RTDE,
      { [_aQE]: [`RoleTemplateDisabled`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(RoleTemplateDisabledException$, RoleTemplateDisabledException);
    var ServiceAccessNotEnabledException$ = [
      -3,
      n0,
      _SANEE,
      { [_e]: _c, [_hE]: 400 },
      [_M],
      [0]
    ];
    n0_registry.registerError(ServiceAccessNotEnabledException$, ServiceAccessNotEnabledException);
    var ServiceFailureException$ = [
      -3,
      n0,
      _SFE,
      { [_aQE]: [`ServiceFailure`, 500], [_e]: _se, [_hE]: 500 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ServiceFailureException$, ServiceFailureException);
    var ServiceNotSupportedException$ = [
      -3,
      n0,
      _SNSE,
      { [_aQE]: [`NotSupportedService`, 404], [_e]: _c, [_hE]: 404 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ServiceNotSupportedException$, ServiceNotSupportedException);
    var UnmodifiableEntityException$ = [
      -3,
      n0,
      _UEE,
      { [_aQE]: [`UnmodifiableEntity`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(UnmodifiableEntityException$, UnmodifiableEntityException);
    var UnrecognizedPublicKeyEncodingException$ = [
      -3,
      n0,
      _UPKEE,
      { [_aQE]: [`UnrecognizedPublicKeyEncoding`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(UnrecognizedPublicKeyEncodingException$, UnrecognizedPublicKeyEncodingException);
    var errorTypeRegistries = [
      _s_registry,
      n0_registry
    ];
    var accessKeySecretType = [0, n0, _aKST, 8, 0];
    var BootstrapDatum = [0, n0, _BD, 8, 21];
    var passwordType = [0, n0, _pT, 8, 0];
    var privateKeyType = [0, n0, _pKT, 8, 0];
    var serviceCredentialSecret = [0, n0, _sCS, 8, 0];
    var servicePassword = [0, n0, _sP, 8, 0];
    var AcceptDelegationRequestRequest$ = [
      3,
      n0,
      _ADRR,
      0,
      [_DRI],
      [0],
      1
    ];
    var AccessDetail$ = [
      3,
      n0,
      _AD,
      0,
      [_SN, _SNe, _R, _EP, _LAT, _TAE],
      [0, 0, 0, 0, 4, 1],
      2
    ];
    var AccessKey$ = [
      3,
      n0,
      _AK,
      0,
      [_UN, _AKI, _S, _SAK, _CD],
      [0, 0, 0, [() => accessKeySecretType, 0], 4],
      4
    ];
    var AccessKeyLastUsed$ = [
      3,
      n0,
      _AKLU,
      0,
      [_SN, _R, _LUD],
      [0, 0, 4],
      2
    ];
    var AccessKeyMetadata$ = [
      3,
      n0,
      _AKM,
      0,
      [_UN, _AKI, _S, _CD],
      [0, 0, 0, 4]
    ];
    var AcquireRoleRequest$ = [
      3,
      n0,
      _ARR,
      0,
      [_TA, _TMV, _RV],
      [0, 1, () => mapStringReplacementValueEntry],
      1
    ];
    var AcquireRoleResponse$ = [
      3,
      n0,
      _ARRc,
      0,
      [_Ro],
      [() => Role$],
      1
    ];
    var AddClientIDToOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _ACIDTOIDCPR,
      0,
      [_OIDCPA, _CID],
      [0, 0],
      2
    ];
    var AddRoleToInstanceProfileRequest$ = [
      3,
      n0,
      _ARTIPR,
      0,
      [_IPN, _RN],
      [0, 0],
      2
    ];
    var AddUserToGroupRequest$ = [
      3,
      n0,
      _AUTGR,
      0,
      [_GN, _UN],
      [0, 0],
      2
    ];
    var AssociateDelegationRequestRequest$ = [
      3,
      n0,
      _ADRRs,
      0,
      [_DRI],
      [0],
      1
    ];
    var AttachedPermissionsBoundary$ = [
      3,
      n0,
      _APB,
      0,
      [_PBT, _PBA],
      [0, 0]
    ];
    var AttachedPolicy$ = [
      3,
      n0,
      _AP,
      0,
      [_PN, _PA],
      [0, 0]
    ];
    var AttachGroupPolicyRequest$ = [
      3,
      n0,
      _AGPR,
      0,
      [_GN, _PA],
      [0, 0],
      2
    ];
    var AttachRolePolicyRequest$ = [
      3,
      n0,
      _ARPR,
      0,
      [_RN, _PA],
      [0, 0],
      2
    ];
    var AttachUserPolicyRequest$ = [
      3,
      n0,
      _AUPR,
      0,
      [_UN, _PA],
      [0, 0],
      2
    ];
    var ChangePasswordRequest$ = [
      3,
      n0,
      _CPR,
      0,
      [_OP, _NP],
      [[() => passwordType, 0], [() => passwordType, 0]],
      2
    ];
    var ContextEntry$ = [
      3,
      n0,
      _CE,
      0,
      [_CKN, _CKV, _CKT],
      [0, 64 | 0, 0]
    ];
    var CreateAccessKeyRequest$ = [
      3,
      n0,
      _CAKR,
      0,
      [_UN],
      [0]
    ];
    var CreateAccessKeyResponse$ = [
      3,
      n0,
      _CAKRr,
      0,
      [_AK],
      [[() => AccessKey$, 0]],
      1
    ];
    var CreateAccountAliasRequest$ = [
      3,
      n0,
      _CAAR,
      0,
      [_AA],
      [0],
      1
    ];
    var CreateDelegationRequestRequest$ = [
      3,
      n0,
      _CDRR,
      0,
      [_D, _P, _RWI, _NC, _SD, _OAI, _RM, _RU, _OSBO],
      [0, () => DelegationPermission$, 0, 0, 1, 0, 0, 0, 2],
      5
    ];
    var CreateDelegationRequestResponse$ = [
      3,
      n0,
      _CDRRr,
      0,
      [_CDL, _DRI],
      [0, 0]
    ];
    var CreateGroupRequest$ = [
      3,
      n0,
      _CGR,
      0,
      [_GN, _Pa],
      [0, 0],
      1
    ];
    var CreateGroupResponse$ = [
      3,
      n0,
      _CGRr,
      0,
      [_G],
      [() => Group$],
      1
    ];
    var CreateInstanceProfileRequest$ = [
      3,
      n0,
      _CIPR,
      0,
      [_IPN, _Pa, _T],
      [0, 0, () => tagListType],
      1
    ];
    var CreateInstanceProfileResponse$ = [
      3,
      n0,
      _CIPRr,
      0,
      [_IP],
      [() => InstanceProfile$],
      1
    ];
    var CreateLoginProfileRequest$ = [
      3,
      n0,
      _CLPR,
      0,
      [_UN, _Pas, _PRR],
      [0, [() => passwordType, 0], 2]
    ];
    var CreateLoginProfileResponse$ = [
      3,
      n0,
      _CLPRr,
      0,
      [_LP],
      [() => LoginProfile$],
      1
    ];
    var CreateOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _COIDCPR,
      0,
      [_U, _CIDL, _TL, _T],
      [0, 64 | 0, 64 | 0, () => tagListType],
      1
    ];
    var CreateOpenIDConnectProviderResponse$ = [
      3,
      n0,
      _COIDCPRr,
      0,
      [_OIDCPA, _T],
      [0, () => tagListType]
    ];
    var CreatePolicyRequest$ = [
      3,
      n0,
      _CPRr,
      0,
      [_PN, _PD, _Pa, _D, _T],
      [0, 0, 0, 0, () => tagListType],
      2
    ];
    var CreatePolicyResponse$ = [
      3,
      n0,
      _CPRre,
      0,
      [_Po],
      [() => Policy$]
    ];
    var CreatePolicyVersionRequest$ = [
      3,
      n0,
      _CPVR,
      0,
      [_PA, _PD, _SAD],
      [0, 0, 2],
      2
    ];
    var CreatePolicyVersionResponse$ = [
      3,
      n0,
      _CPVRr,
      0,
      [_PV],
      [() => PolicyVersion$]
    ];
    var CreateRoleRequest$ = [
      3,
      n0,
      _CRR,
      0,
      [_RN, _ARPD, _Pa, _D, _MSD, _PB, _T],
      [0, 0, 0, 0, 1, 0, () => tagListType],
      2
    ];
    var CreateRoleResponse$ = [
      3,
      n0,
      _CRRr,
      0,
      [_Ro],
      [() => Role$],
      1
    ];
    var CreateSAMLProviderRequest$ = [
      3,
      n0,
      _CSAMLPR,
      0,
      [_SAMLMD, _N, _T, _AEM, _APK],
      [0, 0, () => tagListType, 0, [() => privateKeyType, 0]],
      2
    ];
    var CreateSAMLProviderResponse$ = [
      3,
      n0,
      _CSAMLPRr,
      0,
      [_SAMLPA, _T],
      [0, () => tagListType]
    ];
    var CreateServiceLinkedRoleRequest$ = [
      3,
      n0,
      _CSLRR,
      0,
      [_AWSSN, _D, _CS],
      [0, 0, 0],
      1
    ];
    var CreateServiceLinkedRoleResponse$ = [
      3,
      n0,
      _CSLRRr,
      0,
      [_Ro],
      [() => Role$]
    ];
    var CreateServiceSpecificCredentialRequest$ = [
      3,
      n0,
      _CSSCR,
      0,
      [_UN, _SN, _CAD],
      [0, 0, 1],
      2
    ];
    var CreateServiceSpecificCredentialResponse$ = [
      3,
      n0,
      _CSSCRr,
      0,
      [_SSC],
      [[() => ServiceSpecificCredential$, 0]]
    ];
    var CreateUserRequest$ = [
      3,
      n0,
      _CUR,
      0,
      [_UN, _Pa, _PB, _T],
      [0, 0, 0, () => tagListType],
      1
    ];
    var CreateUserResponse$ = [
      3,
      n0,
      _CURr,
      0,
      [_Us],
      [() => User$]
    ];
    var CreateVirtualMFADeviceRequest$ = [
      3,
      n0,
      _CVMFADR,
      0,
      [_VMFADN, _Pa, _T],
      [0, 0, () => tagListType],
      1
    ];
    var CreateVirtualMFADeviceResponse$ = [
      3,
      n0,
      _CVMFADRr,
      0,
      [_VMFAD],
      [[() => VirtualMFADevice$, 0]],
      1
    ];
    var DeactivateMFADeviceRequest$ = [
      3,
      n0,
      _DMFADR,
      0,
      [_SNer, _UN],
      [0, 0],
      1
    ];
    var DelegationPermission$ = [
      3,
      n0,
      _DP,
      0,
      [_PTA, _Par],
      [0, () => policyParameterListType]
    ];
    var DelegationRequest$ = [
      3,
      n0,
      _DR,
      0,
      [_DRI, _OAI, _D, _RM, _P, _PP, _RPRA, _OI, _AI, _St, _ET, _RI, _RNe, _CD, _SD, _RU, _No, _RR, _OSBO, _UT],
      [0, 0, 0, 0, () => DelegationPermission$, 0, 64 | 0, 0, 0, 0, 4, 0, 0, 4, 1, 0, 0, 0, 2, 4]
    ];
    var DeleteAccessKeyRequest$ = [
      3,
      n0,
      _DAKR,
      0,
      [_AKI, _UN],
      [0, 0],
      1
    ];
    var DeleteAccountAliasRequest$ = [
      3,
      n0,
      _DAAR,
      0,
      [_AA],
      [0],
      1
    ];
    var DeleteGroupPolicyRequest$ = [
      3,
      n0,
      _DGPR,
      0,
      [_GN, _PN],
      [0, 0],
      2
    ];
    var DeleteGroupRequest$ = [
      3,
      n0,
      _DGR,
      0,
      [_GN],
      [0],
      1
    ];
    var DeleteInstanceProfileRequest$ = [
      3,
      n0,
      _DIPR,
      0,
      [_IPN],
      [0],
      1
    ];
    var DeleteLoginProfileRequest$ = [
      3,
      n0,
      _DLPR,
      0,
      [_UN],
      [0]
    ];
    var DeleteOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _DOIDCPR,
      0,
      [_OIDCPA],
      [0],
      1
    ];
    var DeletePolicyRequest$ = [
      3,
      n0,
      _DPR,
      0,
      [_PA],
      [0],
      1
    ];
    var DeletePolicyVersionRequest$ = [
      3,
      n0,
      _DPVR,
      0,
      [_PA, _VI],
      [0, 0],
      2
    ];
    var DeleteRolePermissionsBoundaryRequest$ = [
      3,
      n0,
      _DRPBR,
      0,
      [_RN],
      [0],
      1
    ];
    var DeleteRolePolicyRequest$ = [
      3,
      n0,
      _DRPR,
      0,
      [_RN, _PN],
      [0, 0],
      2
    ];
    var DeleteRoleRequest$ = [
      3,
      n0,
      _DRR,
      0,
      [_RN],
      [0],
      1
    ];
    var DeleteSAMLProviderRequest$ = [
      3,
      n0,
      _DSAMLPR,
      0,
      [_SAMLPA],
      [0],
      1
    ];
    var DeleteServerCertificateRequest$ = [
      3,
      n0,
      _DSCR,
      0,
      [_SCN],
      [0],
      1
    ];
    var DeleteServiceLinkedRoleRequest$ = [
      3,
      n0,
      _DSLRR,
      0,
      [_RN],
      [0],
      1
    ];
    var DeleteServiceLinkedRoleResponse$ = [
      3,
      n0,
      _DSLRRe,
      0,
      [_DTI],
      [0],
      1
    ];
    var DeleteServiceSpecificCredentialRequest$ = [
      3,
      n0,
      _DSSCR,
      0,
      [_SSCI, _UN],
      [0, 0],
      1
    ];
    var DeleteSigningCertificateRequest$ = [
      3,
      n0,
      _DSCRe,
      0,
      [_CI, _UN],
      [0, 0],
      1
    ];
    var DeleteSSHPublicKeyRequest$ = [
      3,
      n0,
      _DSSHPKR,
      0,
      [_UN, _SSHPKI],
      [0, 0],
      2
    ];
    var DeleteUserPermissionsBoundaryRequest$ = [
      3,
      n0,
      _DUPBR,
      0,
      [_UN],
      [0],
      1
    ];
    var DeleteUserPolicyRequest$ = [
      3,
      n0,
      _DUPR,
      0,
      [_UN, _PN],
      [0, 0],
      2
    ];
    var DeleteUserRequest$ = [
      3,
      n0,
      _DUR,
      0,
      [_UN],
      [0],
      1
    ];
    var DeleteVirtualMFADeviceRequest$ = [
      3,
      n0,
      _DVMFADR,
      0,
      [_SNer],
      [0],
      1
    ];
    var DeletionTaskFailureReasonType$ = [
      3,
      n0,
      _DTFRT,
      0,
      [_Re, _RUL],
      [0, () => RoleUsageListType]
    ];
    var DetachGroupPolicyRequest$ = [
      3,
      n0,
      _DGPRe,
      0,
      [_GN, _PA],
      [0, 0],
      2
    ];
    var DetachRolePolicyRequest$ = [
      3,
      n0,
      _DRPRe,
      0,
      [_RN, _PA],
      [0, 0],
      2
    ];
    var DetachUserPolicyRequest$ = [
      3,
      n0,
      _DUPRe,
      0,
      [_UN, _PA],
      [0, 0],
      2
    ];
    var DisableOrganizationsRootCredentialsManagementRequest$ = [
      3,
      n0,
      _DORCMR,
      0,
      [],
      []
    ];
    var DisableOrganizationsRootCredentialsManagementResponse$ = [
      3,
      n0,
      _DORCMRi,
      0,
      [_OIr, _EF],
      [0, 64 | 0]
    ];
    var DisableOrganizationsRootSessionsRequest$ = [
      3,
      n0,
      _DORSR,
      0,
      [],
      []
    ];
    var DisableOrganizationsRootSessionsResponse$ = [
      3,
      n0,
      _DORSRi,
      0,
      [_OIr, _EF],
      [0, 64 | 0]
    ];
    var EnableMFADeviceRequest$ = [
      3,
      n0,
      _EMFADR,
      0,
      [_UN, _SNer, _AC, _ACu],
      [0, 0, 0, 0],
      4
    ];
    var EnableOrganizationsRootCredentialsManagementRequest$ = [
      3,
      n0,
      _EORCMR,
      0,
      [],
      []
    ];
    var EnableOrganizationsRootCredentialsManagementResponse$ = [
      3,
      n0,
      _EORCMRn,
      0,
      [_OIr, _EF],
      [0, 64 | 0]
    ];
    var EnableOrganizationsRootSessionsRequest$ = [
      3,
      n0,
      _EORSR,
      0,
      [],
      []
    ];
    var EnableOrganizationsRootSessionsResponse$ = [
      3,
      n0,
      _EORSRn,
      0,
      [_OIr, _EF],
      [0, 64 | 0]
    ];
    var EnableOutboundWebIdentityFederationResponse$ = [
      3,
      n0,
      _EOWIFR,
      0,
      [_II],
      [0]
    ];
    var EntityDetails$ = [
      3,
      n0,
      _ED,
      0,
      [_EI, _LA],
      [() => EntityInfo$, 4],
      1
    ];
    var EntityInfo$ = [
      3,
      n0,
      _EI,
      0,
      [_A, _N, _Ty, _I, _Pa],
      [0, 0, 0, 0, 0],
      4
    ];
    var ErrorDetails$ = [
      3,
      n0,
      _EDr,
      0,
      [_M, _C],
      [0, 0],
      2
    ];
    var EvaluationResult$ = [
      3,
      n0,
      _ER,
      0,
      [_EAN, _EDv, _ERN, _MS, _MCV, _ODD, _PBDD, _EDD, _RSR],
      [0, 0, 0, () => StatementListType, 64 | 0, () => OrganizationsDecisionDetail$, () => PermissionsBoundaryDecisionDetail$, 128 | 0, () => ResourceSpecificResultListType],
      2
    ];
    var GenerateCredentialReportResponse$ = [
      3,
      n0,
      _GCRR,
      0,
      [_St, _D],
      [0, 0]
    ];
    var GenerateOrganizationsAccessReportRequest$ = [
      3,
      n0,
      _GOARR,
      0,
      [_EP, _OPI],
      [0, 0],
      1
    ];
    var GenerateOrganizationsAccessReportResponse$ = [
      3,
      n0,
      _GOARRe,
      0,
      [_JI],
      [0]
    ];
    var GenerateServiceLastAccessedDetailsRequest$ = [
      3,
      n0,
      _GSLADR,
      0,
      [_A, _Gr],
      [0, 0],
      1
    ];
    var GenerateServiceLastAccessedDetailsResponse$ = [
      3,
      n0,
      _GSLADRe,
      0,
      [_JI],
      [0]
    ];
    var GetAccessKeyLastUsedRequest$ = [
      3,
      n0,
      _GAKLUR,
      0,
      [_AKI],
      [0],
      1
    ];
    var GetAccessKeyLastUsedResponse$ = [
      3,
      n0,
      _GAKLURe,
      0,
      [_UN, _AKLU],
      [0, () => AccessKeyLastUsed$]
    ];
    var GetAccountAuthorizationDetailsRequest$ = [
      3,
      n0,
      _GAADR,
      0,
      [_F, _MI, _Ma],
      [64 | 0, 1, 0]
    ];
    var GetAccountAuthorizationDetailsResponse$ = [
      3,
      n0,
      _GAADRe,
      0,
      [_UDL, _GDL, _RDL, _Pol, _IT, _Ma],
      [() => userDetailListType, () => groupDetailListType, () => roleDetailListType, () => ManagedPolicyDetailListType, 2, 0]
    ];
    var GetAccountPasswordPolicyResponse$ = [
      3,
      n0,
      _GAPPR,
      0,
      [_PPa],
      [() => PasswordPolicy$],
      1
    ];
    var GetAccountPropertiesRequest$ = [
      3,
      n0,
      _GAPR,
      0,
      [],
      []
    ];
    var GetAccountPropertiesResponse$ = [
      3,
      n0,
      _GAPRe,
      0,
      [_Pr],
      [128 | 0]
    ];
    var GetAccountSummaryResponse$ = [
      3,
      n0,
      _GASR,
      0,
      [_SM],
      [128 | 1]
    ];
    var GetContextKeysForCustomPolicyRequest$ = [
      3,
      n0,
      _GCKFCPR,
      0,
      [_PIL],
      [64 | 0],
      1
    ];
    var GetContextKeysForPolicyResponse$ = [
      3,
      n0,
      _GCKFPR,
      0,
      [_CKNo],
      [64 | 0]
    ];
    var GetContextKeysForPrincipalPolicyRequest$ = [
      3,
      n0,
      _GCKFPPR,
      0,
      [_PSA, _PIL],
      [0, 64 | 0],
      1
    ];
    var GetCredentialReportResponse$ = [
      3,
      n0,
      _GCRRe,
      0,
      [_Co, _RF, _GT],
      [21, 0, 4]
    ];
    var GetDelegationRequestRequest$ = [
      3,
      n0,
      _GDRR,
      0,
      [_DRI, _DPC],
      [0, 2],
      1
    ];
    var GetDelegationRequestResponse$ = [
      3,
      n0,
      _GDRRe,
      0,
      [_DR, _PCS, _PCR],
      [() => DelegationRequest$, 0, 0]
    ];
    var GetGroupPolicyRequest$ = [
      3,
      n0,
      _GGPR,
      0,
      [_GN, _PN],
      [0, 0],
      2
    ];
    var GetGroupPolicyResponse$ = [
      3,
      n0,
      _GGPRe,
      0,
      [_GN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var GetGroupRequest$ = [
      3,
      n0,
      _GGR,
      0,
      [_GN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var GetGroupResponse$ = [
      3,
      n0,
      _GGRe,
      0,
      [_G, _Use, _IT, _Ma],
      [() => Group$, () => userListType, 2, 0],
      2
    ];
    var GetHumanReadableSummaryRequest$ = [
      3,
      n0,
      _GHRSR,
      0,
      [_EA, _L],
      [0, 0],
      1
    ];
    var GetHumanReadableSummaryResponse$ = [
      3,
      n0,
      _GHRSRe,
      0,
      [_SC, _L, _SS],
      [0, 0, 0]
    ];
    var GetInstanceProfileRequest$ = [
      3,
      n0,
      _GIPR,
      0,
      [_IPN],
      [0],
      1
    ];
    var GetInstanceProfileResponse$ = [
      3,
      n0,
      _GIPRe,
      0,
      [_IP],
      [() => InstanceProfile$],
      1
    ];
    var GetLoginProfileRequest$ = [
      3,
      n0,
      _GLPR,
      0,
      [_UN],
      [0]
    ];
    var GetLoginProfileResponse$ = [
      3,
      n0,
      _GLPRe,
      0,
      [_LP],
      [() => LoginProfile$],
      1
    ];
    var GetMFADeviceRequest$ = [
      3,
      n0,
      _GMFADR,
      0,
      [_SNer, _UN],
      [0, 0],
      1
    ];
    var GetMFADeviceResponse$ = [
      3,
      n0,
      _GMFADRe,
      0,
      [_SNer, _UN, _EDn, _Ce],
      [0, 0, 4, 128 | 0],
      1
    ];
    var GetOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _GOIDCPR,
      0,
      [_OIDCPA],
      [0],
      1
    ];
    var GetOpenIDConnectProviderResponse$ = [
      3,
      n0,
      _GOIDCPRe,
      0,
      [_U, _CIDL, _TL, _CD, _T],
      [0, 64 | 0, 64 | 0, 4, () => tagListType]
    ];
    var GetOrganizationsAccessReportRequest$ = [
      3,
      n0,
      _GOARRet,
      0,
      [_JI, _MI, _Ma, _SK],
      [0, 1, 0, 0],
      1
    ];
    var GetOrganizationsAccessReportResponse$ = [
      3,
      n0,
      _GOARRetr,
      0,
      [_JS, _JCD, _JCDo, _NOSA, _NOSNA, _ADc, _IT, _Ma, _EDr],
      [0, 4, 4, 1, 1, () => AccessDetails, 2, 0, () => ErrorDetails$],
      2
    ];
    var GetOutboundWebIdentityFederationInfoResponse$ = [
      3,
      n0,
      _GOWIFIR,
      0,
      [_II, _JVE],
      [0, 2]
    ];
    var GetPolicyRequest$ = [
      3,
      n0,
      _GPR,
      0,
      [_PA],
      [0],
      1
    ];
    var GetPolicyResponse$ = [
      3,
      n0,
      _GPRe,
      0,
      [_Po],
      [() => Policy$]
    ];
    var GetPolicyVersionRequest$ = [
      3,
      n0,
      _GPVR,
      0,
      [_PA, _VI],
      [0, 0],
      2
    ];
    var GetPolicyVersionResponse$ = [
      3,
      n0,
      _GPVRe,
      0,
      [_PV],
      [() => PolicyVersion$]
    ];
    var GetRolePolicyRequest$ = [
      3,
      n0,
      _GRPR,
      0,
      [_RN, _PN],
      [0, 0],
      2
    ];
    var GetRolePolicyResponse$ = [
      3,
      n0,
      _GRPRe,
      0,
      [_RN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var GetRoleRequest$ = [
      3,
      n0,
      _GRR,
      0,
      [_RN],
      [0],
      1
    ];
    var GetRoleResponse$ = [
      3,
      n0,
      _GRRe,
      0,
      [_Ro],
      [() => Role$],
      1
    ];
    var GetRoleTemplateVersionRequest$ = [
      3,
      n0,
      _GRTVR,
      0,
      [_TA, _MV],
      [0, 1],
      1
    ];
    var GetRoleTemplateVersionResponse$ = [
      3,
      n0,
      _GRTVRe,
      0,
      [_RTV],
      [() => RoleTemplateVersion$],
      1
    ];
    var GetSAMLProviderRequest$ = [
      3,
      n0,
      _GSAMLPR,
      0,
      [_SAMLPA],
      [0],
      1
    ];
    var GetSAMLProviderResponse$ = [
      3,
      n0,
      _GSAMLPRe,
      0,
      [_SAMLPUUID, _SAMLMD, _CD, _VU, _T, _AEM, _PKL],
      [0, 0, 4, 4, () => tagListType, 0, () => privateKeyList]
    ];
    var GetServerCertificateRequest$ = [
      3,
      n0,
      _GSCR,
      0,
      [_SCN],
      [0],
      1
    ];
    var GetServerCertificateResponse$ = [
      3,
      n0,
      _GSCRe,
      0,
      [_SCe],
      [() => ServerCertificate$],
      1
    ];
    var GetServiceLastAccessedDetailsRequest$ = [
      3,
      n0,
      _GSLADRet,
      0,
      [_JI, _MI, _Ma],
      [0, 1, 0],
      1
    ];
    var GetServiceLastAccessedDetailsResponse$ = [
      3,
      n0,
      _GSLADRete,
      0,
      [_JS, _JCD, _SLA, _JCDo, _JT, _IT, _Ma, _E],
      [0, 4, () => ServicesLastAccessed, 4, 0, 2, 0, () => ErrorDetails$],
      4
    ];
    var GetServiceLastAccessedDetailsWithEntitiesRequest$ = [
      3,
      n0,
      _GSLADWER,
      0,
      [_JI, _SNe, _MI, _Ma],
      [0, 0, 1, 0],
      2
    ];
    var GetServiceLastAccessedDetailsWithEntitiesResponse$ = [
      3,
      n0,
      _GSLADWERe,
      0,
      [_JS, _JCD, _JCDo, _EDL, _IT, _Ma, _E],
      [0, 4, 4, () => entityDetailsListType, 2, 0, () => ErrorDetails$],
      4
    ];
    var GetServiceLinkedRoleDeletionStatusRequest$ = [
      3,
      n0,
      _GSLRDSR,
      0,
      [_DTI],
      [0],
      1
    ];
    var GetServiceLinkedRoleDeletionStatusResponse$ = [
      3,
      n0,
      _GSLRDSRe,
      0,
      [_S, _Re],
      [0, () => DeletionTaskFailureReasonType$],
      1
    ];
    var GetSSHPublicKeyRequest$ = [
      3,
      n0,
      _GSSHPKR,
      0,
      [_UN, _SSHPKI, _En],
      [0, 0, 0],
      3
    ];
    var GetSSHPublicKeyResponse$ = [
      3,
      n0,
      _GSSHPKRe,
      0,
      [_SSHPK],
      [() => SSHPublicKey$]
    ];
    var GetUserPolicyRequest$ = [
      3,
      n0,
      _GUPR,
      0,
      [_UN, _PN],
      [0, 0],
      2
    ];
    var GetUserPolicyResponse$ = [
      3,
      n0,
      _GUPRe,
      0,
      [_UN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var GetUserRequest$ = [
      3,
      n0,
      _GUR,
      0,
      [_UN],
      [0]
    ];
    var GetUserResponse$ = [
      3,
      n0,
      _GURe,
      0,
      [_Us],
      [() => User$],
      1
    ];
    var Group$ = [
      3,
      n0,
      _G,
      0,
      [_Pa, _GN, _GI, _A, _CD],
      [0, 0, 0, 0, 4],
      5
    ];
    var GroupDetail$ = [
      3,
      n0,
      _GD,
      0,
      [_Pa, _GN, _GI, _A, _CD, _GPL, _AMP],
      [0, 0, 0, 0, 4, () => policyDetailListType, () => attachedPoliciesListType]
    ];
    var InlinePolicy$ = [
      3,
      n0,
      _IPn,
      0,
      [_PN, _PD],
      [0, 0],
      2
    ];
    var InlinePolicyIdentifierType$ = [
      3,
      n0,
      _IPIT,
      0,
      [_PN, _AT, _AN],
      [0, 0, 0],
      3
    ];
    var InstanceProfile$ = [
      3,
      n0,
      _IP,
      0,
      [_Pa, _IPN, _IPI, _A, _CD, _Rol, _T],
      [0, 0, 0, 0, 4, () => roleListType, () => tagListType],
      6
    ];
    var ListAccessKeysRequest$ = [
      3,
      n0,
      _LAKR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListAccessKeysResponse$ = [
      3,
      n0,
      _LAKRi,
      0,
      [_AKM, _IT, _Ma],
      [() => accessKeyMetadataListType, 2, 0],
      1
    ];
    var ListAccountAliasesRequest$ = [
      3,
      n0,
      _LAAR,
      0,
      [_Ma, _MI],
      [0, 1]
    ];
    var ListAccountAliasesResponse$ = [
      3,
      n0,
      _LAARi,
      0,
      [_AAc, _IT, _Ma],
      [64 | 0, 2, 0],
      1
    ];
    var ListAttachedGroupPoliciesRequest$ = [
      3,
      n0,
      _LAGPR,
      0,
      [_GN, _PPat, _Ma, _MI],
      [0, 0, 0, 1],
      1
    ];
    var ListAttachedGroupPoliciesResponse$ = [
      3,
      n0,
      _LAGPRi,
      0,
      [_APt, _IT, _Ma],
      [() => attachedPoliciesListType, 2, 0]
    ];
    var ListAttachedRolePoliciesRequest$ = [
      3,
      n0,
      _LARPR,
      0,
      [_RN, _PPat, _Ma, _MI],
      [0, 0, 0, 1],
      1
    ];
    var ListAttachedRolePoliciesResponse$ = [
      3,
      n0,
      _LARPRi,
      0,
      [_APt, _IT, _Ma],
      [() => attachedPoliciesListType, 2, 0]
    ];
    var ListAttachedUserPoliciesRequest$ = [
      3,
      n0,
      _LAUPR,
      0,
      [_UN, _PPat, _Ma, _MI],
      [0, 0, 0, 1],
      1
    ];
    var ListAttachedUserPoliciesResponse$ = [
      3,
      n0,
      _LAUPRi,
      0,
      [_APt, _IT, _Ma],
      [() => attachedPoliciesListType, 2, 0]
    ];
    var ListDelegationRequestsRequest$ = [
      3,
      n0,
      _LDRR,
      0,
      [_OI, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListDelegationRequestsResponse$ = [
      3,
      n0,
      _LDRRi,
      0,
      [_DRe, _Ma, _iT],
      [() => delegationRequestsListType, 0, 2]
    ];
    var ListEntitiesForPolicyRequest$ = [
      3,
      n0,
      _LEFPR,
      0,
      [_PA, _EFn, _PPat, _PUF, _Ma, _MI],
      [0, 0, 0, 0, 0, 1],
      1
    ];
    var ListEntitiesForPolicyResponse$ = [
      3,
      n0,
      _LEFPRi,
      0,
      [_PG, _PU, _PR, _IT, _Ma],
      [() => PolicyGroupListType, () => PolicyUserListType, () => PolicyRoleListType, 2, 0]
    ];
    var ListGroupPoliciesRequest$ = [
      3,
      n0,
      _LGPR,
      0,
      [_GN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListGroupPoliciesResponse$ = [
      3,
      n0,
      _LGPRi,
      0,
      [_PNo, _IT, _Ma],
      [64 | 0, 2, 0],
      1
    ];
    var ListGroupsForUserRequest$ = [
      3,
      n0,
      _LGFUR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListGroupsForUserResponse$ = [
      3,
      n0,
      _LGFURi,
      0,
      [_Gro, _IT, _Ma],
      [() => groupListType, 2, 0],
      1
    ];
    var ListGroupsRequest$ = [
      3,
      n0,
      _LGR,
      0,
      [_PPat, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListGroupsResponse$ = [
      3,
      n0,
      _LGRi,
      0,
      [_Gro, _IT, _Ma],
      [() => groupListType, 2, 0],
      1
    ];
    var ListInstanceProfilesForRoleRequest$ = [
      3,
      n0,
      _LIPFRR,
      0,
      [_RN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListInstanceProfilesForRoleResponse$ = [
      3,
      n0,
      _LIPFRRi,
      0,
      [_IPns, _IT, _Ma],
      [() => instanceProfileListType, 2, 0],
      1
    ];
    var ListInstanceProfilesRequest$ = [
      3,
      n0,
      _LIPR,
      0,
      [_PPat, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListInstanceProfilesResponse$ = [
      3,
      n0,
      _LIPRi,
      0,
      [_IPns, _IT, _Ma],
      [() => instanceProfileListType, 2, 0],
      1
    ];
    var ListInstanceProfileTagsRequest$ = [
      3,
      n0,
      _LIPTR,
      0,
      [_IPN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListInstanceProfileTagsResponse$ = [
      3,
      n0,
      _LIPTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListMFADevicesRequest$ = [
      3,
      n0,
      _LMFADR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListMFADevicesResponse$ = [
      3,
      n0,
      _LMFADRi,
      0,
      [_MFAD, _IT, _Ma],
      [() => mfaDeviceListType, 2, 0],
      1
    ];
    var ListMFADeviceTagsRequest$ = [
      3,
      n0,
      _LMFADTR,
      0,
      [_SNer, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListMFADeviceTagsResponse$ = [
      3,
      n0,
      _LMFADTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListOpenIDConnectProvidersRequest$ = [
      3,
      n0,
      _LOIDCPR,
      0,
      [],
      []
    ];
    var ListOpenIDConnectProvidersResponse$ = [
      3,
      n0,
      _LOIDCPRi,
      0,
      [_OIDCPL],
      [() => OpenIDConnectProviderListType]
    ];
    var ListOpenIDConnectProviderTagsRequest$ = [
      3,
      n0,
      _LOIDCPTR,
      0,
      [_OIDCPA, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListOpenIDConnectProviderTagsResponse$ = [
      3,
      n0,
      _LOIDCPTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListOrganizationsFeaturesRequest$ = [
      3,
      n0,
      _LOFR,
      0,
      [],
      []
    ];
    var ListOrganizationsFeaturesResponse$ = [
      3,
      n0,
      _LOFRi,
      0,
      [_OIr, _EF],
      [0, 64 | 0]
    ];
    var ListPoliciesGrantingServiceAccessEntry$ = [
      3,
      n0,
      _LPGSAE,
      0,
      [_SNe, _Pol],
      [0, () => policyGrantingServiceAccessListType]
    ];
    var ListPoliciesGrantingServiceAccessRequest$ = [
      3,
      n0,
      _LPGSAR,
      0,
      [_A, _SNerv, _Ma],
      [0, 64 | 0, 0],
      2
    ];
    var ListPoliciesGrantingServiceAccessResponse$ = [
      3,
      n0,
      _LPGSARi,
      0,
      [_PGSA, _IT, _Ma],
      [() => listPolicyGrantingServiceAccessResponseListType, 2, 0],
      1
    ];
    var ListPoliciesRequest$ = [
      3,
      n0,
      _LPR,
      0,
      [_Sc, _OA, _PPat, _PUF, _Ma, _MI],
      [0, 2, 0, 0, 0, 1]
    ];
    var ListPoliciesResponse$ = [
      3,
      n0,
      _LPRi,
      0,
      [_Pol, _IT, _Ma],
      [() => policyListType, 2, 0]
    ];
    var ListPolicyTagsRequest$ = [
      3,
      n0,
      _LPTR,
      0,
      [_PA, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListPolicyTagsResponse$ = [
      3,
      n0,
      _LPTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListPolicyVersionsRequest$ = [
      3,
      n0,
      _LPVR,
      0,
      [_PA, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListPolicyVersionsResponse$ = [
      3,
      n0,
      _LPVRi,
      0,
      [_V, _IT, _Ma],
      [() => policyDocumentVersionListType, 2, 0]
    ];
    var ListRolePoliciesRequest$ = [
      3,
      n0,
      _LRPR,
      0,
      [_RN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListRolePoliciesResponse$ = [
      3,
      n0,
      _LRPRi,
      0,
      [_PNo, _IT, _Ma],
      [64 | 0, 2, 0],
      1
    ];
    var ListRolesRequest$ = [
      3,
      n0,
      _LRR,
      0,
      [_PPat, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListRolesResponse$ = [
      3,
      n0,
      _LRRi,
      0,
      [_Rol, _IT, _Ma],
      [() => roleListType, 2, 0],
      1
    ];
    var ListRoleTagsRequest$ = [
      3,
      n0,
      _LRTR,
      0,
      [_RN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListRoleTagsResponse$ = [
      3,
      n0,
      _LRTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListSAMLProvidersRequest$ = [
      3,
      n0,
      _LSAMLPR,
      0,
      [],
      []
    ];
    var ListSAMLProvidersResponse$ = [
      3,
      n0,
      _LSAMLPRi,
      0,
      [_SAMLPL],
      [() => SAMLProviderListType]
    ];
    var ListSAMLProviderTagsRequest$ = [
      3,
      n0,
      _LSAMLPTR,
      0,
      [_SAMLPA, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListSAMLProviderTagsResponse$ = [
      3,
      n0,
      _LSAMLPTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListServerCertificatesRequest$ = [
      3,
      n0,
      _LSCR,
      0,
      [_PPat, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListServerCertificatesResponse$ = [
      3,
      n0,
      _LSCRi,
      0,
      [_SCML, _IT, _Ma],
      [() => serverCertificateMetadataListType, 2, 0],
      1
    ];
    var ListServerCertificateTagsRequest$ = [
      3,
      n0,
      _LSCTR,
      0,
      [_SCN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListServerCertificateTagsResponse$ = [
      3,
      n0,
      _LSCTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListServiceSpecificCredentialsRequest$ = [
      3,
      n0,
      _LSSCR,
      0,
      [_UN, _SN, _AU, _Ma, _MI],
      [0, 0, 2, 0, 1]
    ];
    var ListServiceSpecificCredentialsResponse$ = [
      3,
      n0,
      _LSSCRi,
      0,
      [_SSCe, _Ma, _IT],
      [() => ServiceSpecificCredentialsListType, 0, 2]
    ];
    var ListSigningCertificatesRequest$ = [
      3,
      n0,
      _LSCRis,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListSigningCertificatesResponse$ = [
      3,
      n0,
      _LSCRist,
      0,
      [_Cer, _IT, _Ma],
      [() => certificateListType, 2, 0],
      1
    ];
    var ListSSHPublicKeysRequest$ = [
      3,
      n0,
      _LSSHPKR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListSSHPublicKeysResponse$ = [
      3,
      n0,
      _LSSHPKRi,
      0,
      [_SSHPKu, _IT, _Ma],
      [() => SSHPublicKeyListType, 2, 0]
    ];
    var ListUserPoliciesRequest$ = [
      3,
      n0,
      _LUPR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListUserPoliciesResponse$ = [
      3,
      n0,
      _LUPRi,
      0,
      [_PNo, _IT, _Ma],
      [64 | 0, 2, 0],
      1
    ];
    var ListUsersRequest$ = [
      3,
      n0,
      _LUR,
      0,
      [_PPat, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListUsersResponse$ = [
      3,
      n0,
      _LURi,
      0,
      [_Use, _IT, _Ma],
      [() => userListType, 2, 0],
      1
    ];
    var ListUserTagsRequest$ = [
      3,
      n0,
      _LUTR,
      0,
      [_UN, _Ma, _MI],
      [0, 0, 1],
      1
    ];
    var ListUserTagsResponse$ = [
      3,
      n0,
      _LUTRi,
      0,
      [_T, _IT, _Ma],
      [() => tagListType, 2, 0],
      1
    ];
    var ListVirtualMFADevicesRequest$ = [
      3,
      n0,
      _LVMFADR,
      0,
      [_AS, _Ma, _MI],
      [0, 0, 1]
    ];
    var ListVirtualMFADevicesResponse$ = [
      3,
      n0,
      _LVMFADRi,
      0,
      [_VMFADi, _IT, _Ma],
      [[() => virtualMFADeviceListType, 0], 2, 0],
      1
    ];
    var LoginProfile$ = [
      3,
      n0,
      _LP,
      0,
      [_UN, _CD, _PRR],
      [0, 4, 2],
      2
    ];
    var ManagedPolicyDetail$ = [
      3,
      n0,
      _MPD,
      0,
      [_PN, _PI, _A, _Pa, _DVI, _ACt, _PBUC, _IA, _D, _CD, _UD, _PVL],
      [0, 0, 0, 0, 0, 1, 1, 2, 0, 4, 4, () => policyDocumentVersionListType]
    ];
    var MFADevice$ = [
      3,
      n0,
      _MFADe,
      0,
      [_UN, _SNer, _EDn],
      [0, 0, 4],
      3
    ];
    var OpenIDConnectProviderListEntry$ = [
      3,
      n0,
      _OIDCPLE,
      0,
      [_A],
      [0]
    ];
    var OrderedOrganizationPolicyType$ = [
      3,
      n0,
      _OOPT,
      0,
      [_SCPIL],
      [64 | 0]
    ];
    var OrganizationsDecisionDetail$ = [
      3,
      n0,
      _ODD,
      0,
      [_ABO],
      [2]
    ];
    var ParameterDefinition$ = [
      3,
      n0,
      _PDa,
      0,
      [_N, _Ty, _ST, _D, _IR, _DV, _Im],
      [0, 0, 0, 0, 2, 0, 2],
      2
    ];
    var PasswordPolicy$ = [
      3,
      n0,
      _PPa,
      0,
      [_MPL, _RS, _RNeq, _RUC, _RLC, _AUTCP, _EPx, _MPA, _PRP, _HE],
      [1, 2, 2, 2, 2, 2, 2, 1, 1, 2]
    ];
    var PermissionsBoundaryDecisionDetail$ = [
      3,
      n0,
      _PBDD,
      0,
      [_ABPB],
      [2]
    ];
    var Policy$ = [
      3,
      n0,
      _Po,
      0,
      [_PN, _PI, _A, _Pa, _DVI, _ACt, _PBUC, _IA, _D, _CD, _UD, _T],
      [0, 0, 0, 0, 0, 1, 1, 2, 0, 4, 4, () => tagListType]
    ];
    var PolicyDetail$ = [
      3,
      n0,
      _PDo,
      0,
      [_PN, _PD],
      [0, 0]
    ];
    var PolicyGrantingServiceAccess$ = [
      3,
      n0,
      _PGSAo,
      0,
      [_PN, _PT, _PA, _ETn, _EN],
      [0, 0, 0, 0, 0],
      2
    ];
    var PolicyGroup$ = [
      3,
      n0,
      _PGo,
      0,
      [_GN, _GI],
      [0, 0]
    ];
    var PolicyParameter$ = [
      3,
      n0,
      _PPo,
      0,
      [_N, _Va, _Ty],
      [0, 64 | 0, 0]
    ];
    var PolicyRole$ = [
      3,
      n0,
      _PRo,
      0,
      [_RN, _RIo],
      [0, 0]
    ];
    var PolicyUser$ = [
      3,
      n0,
      _PUo,
      0,
      [_UN, _UI],
      [0, 0]
    ];
    var PolicyVersion$ = [
      3,
      n0,
      _PV,
      0,
      [_Do, _VI, _IDV, _CD],
      [0, 0, 2, 4]
    ];
    var Position$ = [
      3,
      n0,
      _Pos,
      0,
      [_Li, _Col],
      [1, 1]
    ];
    var PutAccountPropertiesRequest$ = [
      3,
      n0,
      _PAPR,
      0,
      [_Pr],
      [128 | 0],
      1
    ];
    var PutAccountPropertiesResponse$ = [
      3,
      n0,
      _PAPRu,
      0,
      [],
      []
    ];
    var PutGroupPolicyRequest$ = [
      3,
      n0,
      _PGPR,
      0,
      [_GN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var PutRolePermissionsBoundaryRequest$ = [
      3,
      n0,
      _PRPBR,
      0,
      [_RN, _PB],
      [0, 0],
      2
    ];
    var PutRolePolicyRequest$ = [
      3,
      n0,
      _PRPR,
      0,
      [_RN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var PutUserPermissionsBoundaryRequest$ = [
      3,
      n0,
      _PUPBR,
      0,
      [_UN, _PB],
      [0, 0],
      2
    ];
    var PutUserPolicyRequest$ = [
      3,
      n0,
      _PUPR,
      0,
      [_UN, _PN, _PD],
      [0, 0, 0],
      3
    ];
    var RejectDelegationRequestRequest$ = [
      3,
      n0,
      _RDRR,
      0,
      [_DRI, _No],
      [0, 0],
      1
    ];
    var RemoveClientIDFromOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _RCIDFOIDCPR,
      0,
      [_OIDCPA, _CID],
      [0, 0],
      2
    ];
    var RemoveRoleFromInstanceProfileRequest$ = [
      3,
      n0,
      _RRFIPR,
      0,
      [_IPN, _RN],
      [0, 0],
      2
    ];
    var RemoveUserFromGroupRequest$ = [
      3,
      n0,
      _RUFGR,
      0,
      [_GN, _UN],
      [0, 0],
      2
    ];
    var ReplacementValueEntry$ = [
      3,
      n0,
      _RVE,
      0,
      [_Va],
      [64 | 0],
      1
    ];
    var ResetServiceSpecificCredentialRequest$ = [
      3,
      n0,
      _RSSCR,
      0,
      [_SSCI, _UN],
      [0, 0],
      1
    ];
    var ResetServiceSpecificCredentialResponse$ = [
      3,
      n0,
      _RSSCRe,
      0,
      [_SSC],
      [[() => ServiceSpecificCredential$, 0]]
    ];
    var ResourceSpecificResult$ = [
      3,
      n0,
      _RSRe,
      0,
      [_ERN, _ERD, _MS, _MCV, _EDD, _PBDD],
      [0, 0, () => StatementListType, 64 | 0, 128 | 0, () => PermissionsBoundaryDecisionDetail$],
      2
    ];
    var ResyncMFADeviceRequest$ = [
      3,
      n0,
      _RMFADR,
      0,
      [_UN, _SNer, _AC, _ACu],
      [0, 0, 0, 0],
      4
    ];
    var Role$ = [
      3,
      n0,
      _Ro,
      0,
      [_Pa, _RN, _RIo, _A, _CD, _ARPD, _D, _MSD, _PB, _T, _RLU, _SRT],
      [0, 0, 0, 0, 4, 0, 0, 1, () => AttachedPermissionsBoundary$, () => tagListType, () => RoleLastUsed$, () => SourceRoleTemplate$],
      5
    ];
    var RoleDetail$ = [
      3,
      n0,
      _RD,
      0,
      [_Pa, _RN, _RIo, _A, _CD, _ARPD, _IPL, _RPL, _AMP, _PB, _T, _RLU],
      [0, 0, 0, 0, 4, 0, () => instanceProfileListType, () => policyDetailListType, () => attachedPoliciesListType, () => AttachedPermissionsBoundary$, () => tagListType, () => RoleLastUsed$]
    ];
    var RoleLastUsed$ = [
      3,
      n0,
      _RLU,
      0,
      [_LUD, _R],
      [4, 0]
    ];
    var RoleTemplateVersion$ = [
      3,
      n0,
      _RTV,
      0,
      [_TA, _TN, _TVI, _D, _MVa, _DMV, _MBT, _MBV, _Ena, _MV, _RNP, _RPP, _RDP, _ARPDT, _IPT, _MPAa, _PBAe, _PDar, _RTT, _MSD, _VE, _CT, _UTp],
      [0, 0, 0, 0, 1, 1, 0, 0, 2, 1, 0, 0, 0, 0, () => inlinePolicyTemplateListType, 64 | 0, 0, () => parametersDefinitionListType, () => tagTemplateListType, 1, 2, 4, 4]
    ];
    var RoleUsageType$ = [
      3,
      n0,
      _RUT,
      0,
      [_R, _Res],
      [0, 64 | 0]
    ];
    var SAMLPrivateKey$ = [
      3,
      n0,
      _SAMLPK,
      0,
      [_KI, _Ti],
      [0, 4]
    ];
    var SAMLProviderListEntry$ = [
      3,
      n0,
      _SAMLPLE,
      0,
      [_A, _VU, _CD],
      [0, 4, 4]
    ];
    var SendDelegationTokenRequest$ = [
      3,
      n0,
      _SDTR,
      0,
      [_DRI],
      [0],
      1
    ];
    var ServerCertificate$ = [
      3,
      n0,
      _SCe,
      0,
      [_SCM, _CB, _CC, _T],
      [() => ServerCertificateMetadata$, 0, 0, () => tagListType],
      2
    ];
    var ServerCertificateMetadata$ = [
      3,
      n0,
      _SCM,
      0,
      [_Pa, _SCN, _SCI, _A, _UDp, _Ex],
      [0, 0, 0, 0, 4, 4],
      4
    ];
    var ServiceLastAccessed$ = [
      3,
      n0,
      _SLAe,
      0,
      [_SN, _SNe, _LA, _LAE, _LAR, _TAE, _TALA],
      [0, 0, 4, 0, 0, 1, () => TrackedActionsLastAccessed],
      2
    ];
    var ServiceSpecificCredential$ = [
      3,
      n0,
      _SSC,
      0,
      [_CD, _SN, _SSCI, _UN, _S, _EDx, _SUN, _SP, _SCA, _SCS],
      [4, 0, 0, 0, 0, 4, 0, [() => servicePassword, 0], 0, [() => serviceCredentialSecret, 0]],
      5
    ];
    var ServiceSpecificCredentialMetadata$ = [
      3,
      n0,
      _SSCM,
      0,
      [_UN, _S, _CD, _SSCI, _SN, _SUN, _SCA, _EDx],
      [0, 0, 4, 0, 0, 0, 0, 4],
      5
    ];
    var SetDefaultPolicyVersionRequest$ = [
      3,
      n0,
      _SDPVR,
      0,
      [_PA, _VI],
      [0, 0],
      2
    ];
    var SetSecurityTokenServicePreferencesRequest$ = [
      3,
      n0,
      _SSTSPR,
      0,
      [_GETV],
      [0],
      1
    ];
    var SigningCertificate$ = [
      3,
      n0,
      _SCi,
      0,
      [_UN, _CI, _CB, _S, _UDp],
      [0, 0, 0, 0, 4],
      4
    ];
    var SimulateCustomPolicyRequest$ = [
      3,
      n0,
      _SCPR,
      0,
      [_PIL, _ANc, _PBPIL, _OOPIL, _RA, _RP, _RO, _CA, _CEo, _RHO, _MI, _Ma],
      [64 | 0, 64 | 0, 64 | 0, () => OrganizationPolicyListType, 64 | 0, 0, 0, 0, () => ContextEntryListType, 0, 1, 0],
      2
    ];
    var SimulatePolicyResponse$ = [
      3,
      n0,
      _SPR,
      0,
      [_ERv, _IT, _Ma],
      [() => EvaluationResultsListType, 2, 0]
    ];
    var SimulatePrincipalPolicyRequest$ = [
      3,
      n0,
      _SPPR,
      0,
      [_PSA, _ANc, _PIL, _PBPIL, _PEL, _RA, _RP, _RO, _CA, _CEo, _RHO, _MI, _Ma],
      [0, 64 | 0, 64 | 0, 64 | 0, () => PolicyExclusionsListType, 64 | 0, 0, 0, 0, () => ContextEntryListType, 0, 1, 0],
      2
    ];
    var SourceRoleTemplate$ = [
      3,
      n0,
      _SRT,
      0,
      [_TA, _TMV],
      [0, 1],
      2
    ];
    var SSHPublicKey$ = [
      3,
      n0,
      _SSHPK,
      0,
      [_UN, _SSHPKI, _Fi, _SSHPKB, _S, _UDp],
      [0, 0, 0, 0, 0, 4],
      5
    ];
    var SSHPublicKeyMetadata$ = [
      3,
      n0,
      _SSHPKM,
      0,
      [_UN, _SSHPKI, _S, _UDp],
      [0, 0, 0, 4],
      4
    ];
    var Statement$ = [
      3,
      n0,
      _Sta,
      0,
      [_SPI, _SPT, _SPt, _EPn],
      [0, 0, () => Position$, () => Position$]
    ];
    var Tag$ = [
      3,
      n0,
      _Ta,
      0,
      [_K, _Val],
      [0, 0],
      2
    ];
    var TagInstanceProfileRequest$ = [
      3,
      n0,
      _TIPR,
      0,
      [_IPN, _T],
      [0, () => tagListType],
      2
    ];
    var TagMFADeviceRequest$ = [
      3,
      n0,
      _TMFADR,
      0,
      [_SNer, _T],
      [0, () => tagListType],
      2
    ];
    var TagOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _TOIDCPR,
      0,
      [_OIDCPA, _T],
      [0, () => tagListType],
      2
    ];
    var TagPolicyRequest$ = [
      3,
      n0,
      _TPR,
      0,
      [_PA, _T],
      [0, () => tagListType],
      2
    ];
    var TagRoleRequest$ = [
      3,
      n0,
      _TRR,
      0,
      [_RN, _T],
      [0, () => tagListType],
      2
    ];
    var TagSAMLProviderRequest$ = [
      3,
      n0,
      _TSAMLPR,
      0,
      [_SAMLPA, _T],
      [0, () => tagListType],
      2
    ];
    var TagServerCertificateRequest$ = [
      3,
      n0,
      _TSCR,
      0,
      [_SCN, _T],
      [0, () => tagListType],
      2
    ];
    var TagTemplate$ = [
      3,
      n0,
      _TT,
      0,
      [_K, _Val],
      [0, 0],
      2
    ];
    var TagUserRequest$ = [
      3,
      n0,
      _TUR,
      0,
      [_UN, _T],
      [0, () => tagListType],
      2
    ];
    var TrackedActionLastAccessed$ = [
      3,
      n0,
      _TALAr,
      0,
      [_ANct, _LAEa, _LATa, _LARa],
      [0, 0, 4, 0]
    ];
    var UntagInstanceProfileRequest$ = [
      3,
      n0,
      _UIPR,
      0,
      [_IPN, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagMFADeviceRequest$ = [
      3,
      n0,
      _UMFADR,
      0,
      [_SNer, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagOpenIDConnectProviderRequest$ = [
      3,
      n0,
      _UOIDCPR,
      0,
      [_OIDCPA, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagPolicyRequest$ = [
      3,
      n0,
      _UPR,
      0,
      [_PA, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagRoleRequest$ = [
      3,
      n0,
      _URR,
      0,
      [_RN, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagSAMLProviderRequest$ = [
      3,
      n0,
      _USAMLPR,
      0,
      [_SAMLPA, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagServerCertificateRequest$ = [
      3,
      n0,
      _USCR,
      0,
      [_SCN, _TK],
      [0, 64 | 0],
      2
    ];
    var UntagUserRequest$ = [
      3,
      n0,
      _UUR,
      0,
      [_UN, _TK],
      [0, 64 | 0],
      2
    ];
    var UpdateAccessKeyRequest$ = [
      3,
      n0,
      _UAKR,
      0,
      [_AKI, _S, _UN],
      [0, 0, 0],
      2
    ];
    var UpdateAccountPasswordPolicyRequest$ = [
      3,
      n0,
      _UAPPR,
      0,
      [_MPL, _RS, _RNeq, _RUC, _RLC, _AUTCP, _MPA, _PRP, _HE],
      [1, 2, 2, 2, 2, 2, 1, 1, 2]
    ];
    var UpdateAssumeRolePolicyRequest$ = [
      3,
      n0,
      _UARPR,
      0,
      [_RN, _PD],
      [0, 0],
      2
    ];
    var UpdateDelegationRequestRequest$ = [
      3,
      n0,
      _UDRR,
      0,
      [_DRI, _No],
      [0, 0],
      1
    ];
    var UpdateGroupRequest$ = [
      3,
      n0,
      _UGR,
      0,
      [_GN, _NPe, _NGN],
      [0, 0, 0],
      1
    ];
    var UpdateLoginProfileRequest$ = [
      3,
      n0,
      _ULPR,
      0,
      [_UN, _Pas, _PRR],
      [0, [() => passwordType, 0], 2],
      1
    ];
    var UpdateOpenIDConnectProviderThumbprintRequest$ = [
      3,
      n0,
      _UOIDCPTR,
      0,
      [_OIDCPA, _TL],
      [0, 64 | 0],
      2
    ];
    var UpdateRoleDescriptionRequest$ = [
      3,
      n0,
      _URDR,
      0,
      [_RN, _D],
      [0, 0],
      2
    ];
    var UpdateRoleDescriptionResponse$ = [
      3,
      n0,
      _URDRp,
      0,
      [_Ro],
      [() => Role$]
    ];
    var UpdateRoleRequest$ = [
      3,
      n0,
      _URRp,
      0,
      [_RN, _D, _MSD],
      [0, 0, 1],
      1
    ];
    var UpdateRoleResponse$ = [
      3,
      n0,
      _URRpd,
      0,
      [],
      []
    ];
    var UpdateSAMLProviderRequest$ = [
      3,
      n0,
      _USAMLPRp,
      0,
      [_SAMLPA, _SAMLMD, _AEM, _APK, _RPK],
      [0, 0, 0, [() => privateKeyType, 0], 0],
      1
    ];
    var UpdateSAMLProviderResponse$ = [
      3,
      n0,
      _USAMLPRpd,
      0,
      [_SAMLPA],
      [0]
    ];
    var UpdateServerCertificateRequest$ = [
      3,
      n0,
      _USCRp,
      0,
      [_SCN, _NPe, _NSCN],
      [0, 0, 0],
      1
    ];
    var UpdateServiceSpecificCredentialRequest$ = [
      3,
      n0,
      _USSCR,
      0,
      [_SSCI, _S, _UN],
      [0, 0, 0],
      2
    ];
    var UpdateSigningCertificateRequest$ = [
      3,
      n0,
      _USCRpd,
      0,
      [_CI, _S, _UN],
      [0, 0, 0],
      2
    ];
    var UpdateSSHPublicKeyRequest$ = [
      3,
      n0,
      _USSHPKR,
      0,
      [_UN, _SSHPKI, _S],
      [0, 0, 0],
      3
    ];
    var UpdateUserRequest$ = [
      3,
      n0,
      _UURp,
      0,
      [_UN, _NPe, _NUN],
      [0, 0, 0],
      1
    ];
    var UploadServerCertificateRequest$ = [
      3,
      n0,
      _USCRpl,
      0,
      [_SCN, _CB, _PK, _Pa, _CC, _T],
      [0, 0, [() => privateKeyType, 0], 0, 0, () => tagListType],
      3
    ];
    var UploadServerCertificateResponse$ = [
      3,
      n0,
      _USCRplo,
      0,
      [_SCM, _T],
      [() => ServerCertificateMetadata$, () => tagListType]
    ];
    var UploadSigningCertificateRequest$ = [
      3,
      n0,
      _USCRploa,
      0,
      [_CB, _UN],
      [0, 0],
      1
    ];
    var UploadSigningCertificateResponse$ = [
      3,
      n0,
      _USCRpload,
      0,
      [_Cert],
      [() => SigningCertificate$],
      1
    ];
    var UploadSSHPublicKeyRequest$ = [
      3,
      n0,
      _USSHPKRp,
      0,
      [_UN, _SSHPKB],
      [0, 0],
      2
    ];
    var UploadSSHPublicKeyResponse$ = [
      3,
      n0,
      _USSHPKRpl,
      0,
      [_SSHPK],
      [() => SSHPublicKey$]
    ];
    var User$ = [
      3,
      n0,
      _Us,
      0,
      [_Pa, _UN, _UI, _A, _CD, _PLU, _PB, _T],
      [0, 0, 0, 0, 4, 4, () => AttachedPermissionsBoundary$, () => tagListType],
      5
    ];
    var UserDetail$ = [
      3,
      n0,
      _UDs,
      0,
      [_Pa, _UN, _UI, _A, _CD, _UPL, _GL, _AMP, _PB, _T],
      [0, 0, 0, 0, 4, () => policyDetailListType, 64 | 0, () => attachedPoliciesListType, () => AttachedPermissionsBoundary$, () => tagListType]
    ];
    var VirtualMFADevice$ = [
      3,
      n0,
      _VMFAD,
      0,
      [_SNer, _BSS, _QRCPNG, _Us, _EDn, _T],
      [0, [() => BootstrapDatum, 0], [() => BootstrapDatum, 0], () => User$, 4, () => tagListType],
      1
    ];
    var __Unit = "unit";
    var AccessDetails = [
      1,
      n0,
      _ADc,
      0,
      () => AccessDetail$
    ];
    var accessKeyMetadataListType = [
      1,
      n0,
      _aKMLT,
      0,
      () => AccessKeyMetadata$
    ];
    var attachedPoliciesListType = [
      1,
      n0,
      _aPLT,
      0,
      () => AttachedPolicy$
    ];
    var certificateListType = [
      1,
      n0,
      _cLT,
      0,
      () => SigningCertificate$
    ];
    var ContextEntryListType = [
      1,
      n0,
      _CELT,
      0,
      () => ContextEntry$
    ];
    var delegationRequestsListType = [
      1,
      n0,
      _dRLT,
      0,
      () => DelegationRequest$
    ];
    var entityDetailsListType = [
      1,
      n0,
      _eDLT,
      0,
      () => EntityDetails$
    ];
    var EvaluationResultsListType = [
      1,
      n0,
      _ERLT,
      0,
      () => EvaluationResult$
    ];
    var groupDetailListType = [
      1,
      n0,
      _gDLT,
      0,
      () => GroupDetail$
    ];
    var groupListType = [
      1,
      n0,
      _gLT,
      0,
      () => Group$
    ];
    var inlinePolicyTemplateListType = [
      1,
      n0,
      _iPTLT,
      0,
      () => InlinePolicy$
    ];
    var instanceProfileListType = [
      1,
      n0,
      _iPLT,
      0,
      () => InstanceProfile$
    ];
    var listPolicyGrantingServiceAccessResponseListType = [
      1,
      n0,
      _lPGSARLT,
      0,
      () => ListPoliciesGrantingServiceAccessEntry$
    ];
    var ManagedPolicyDetailListType = [
      1,
      n0,
      _MPDLT,
      0,
      () => ManagedPolicyDetail$
    ];
    var mfaDeviceListType = [
      1,
      n0,
      _mDLT,
      0,
      () => MFADevice$
    ];
    var OpenIDConnectProviderListType = [
      1,
      n0,
      _OIDCPLT,
      0,
      () => OpenIDConnectProviderListEntry$
    ];
    var OrganizationPolicyListType = [
      1,
      n0,
      _OPLT,
      0,
      () => OrderedOrganizationPolicyType$
    ];
    var parametersDefinitionListType = [
      1,
      n0,
      _pDLT,
      0,
      () => ParameterDefinition$
    ];
    var policyDetailListType = [
      1,
      n0,
      _pDLTo,
      0,
      () => PolicyDetail$
    ];
    var policyDocumentVersionListType = [
      1,
      n0,
      _pDVLT,
      0,
      () => PolicyVersion$
    ];
    var PolicyExclusionsListType = [
      1,
      n0,
      _PELT,
      0,
      () => PolicyIdentifier$
    ];
    var policyGrantingServiceAccessListType = [
      1,
      n0,
      _pGSALT,
      0,
      () => PolicyGrantingServiceAccess$
    ];
    var PolicyGroupListType = [
      1,
      n0,
      _PGLT,
      0,
      () => PolicyGroup$
    ];
    var policyListType = [
      1,
      n0,
      _pLT,
      0,
      () => Policy$
    ];
    var policyParameterListType = [
      1,
      n0,
      _pPLT,
      0,
      () => PolicyParameter$
    ];
    var PolicyRoleListType = [
      1,
      n0,
      _PRLT,
      0,
      () => PolicyRole$
    ];
    var PolicyUserListType = [
      1,
      n0,
      _PULT,
      0,
      () => PolicyUser$
    ];
    var privateKeyList = [
      1,
      n0,
      _pKL,
      0,
      () => SAMLPrivateKey$
    ];
    var ResourceSpecificResultListType = [
      1,
      n0,
      _RSRLT,
      0,
      () => ResourceSpecificResult$
    ];
    var roleDetailListType = [
      1,
      n0,
      _rDLT,
      0,
      () => RoleDetail$
    ];
    var roleListType = [
      1,
      n0,
      _rLT,
      0,
      () => Role$
    ];
    var RoleUsageListType = [
      1,
      n0,
      _RULT,
      0,
      () => RoleUsageType$
    ];
    var SAMLProviderListType = [
      1,
      n0,
      _SAMLPLT,
      0,
      () => SAMLProviderListEntry$
    ];
    var serverCertificateMetadataListType = [
      1,
      n0,
      _sCMLT,
      0,
      () => ServerCertificateMetadata$
    ];
    var ServicesLastAccessed = [
      1,
      n0,
      _SLA,
      0,
      () => ServiceLastAccessed$
    ];
    var ServiceSpecificCredentialsListType = [
      1,
      n0,
      _SSCLT,
      0,
      () => ServiceSpecificCredentialMetadata$
    ];
    var SSHPublicKeyListType = [
      1,
      n0,
      _SSHPKLT,
      0,
      () => SSHPublicKeyMetadata$
    ];
    var StatementListType = [
      1,
      n0,
      _SLT,
      0,
      () => Statement$
    ];
    var tagListType = [
      1,
      n0,
      _tLT,
      0,
      () => Tag$
    ];
    var tagTemplateListType = [
      1,
      n0,
      _tTLT,
      0,
      () => TagTemplate$
    ];
    var TrackedActionsLastAccessed = [
      1,
      n0,
      _TALA,
      0,
      () => TrackedActionLastAccessed$
    ];
    var userDetailListType = [
      1,
      n0,
      _uDLT,
      0,
      () => UserDetail$
    ];
    var userListType = [
      1,
      n0,
      _uLT,
      0,
      () => User$
    ];
    var virtualMFADeviceListType = [
      1,
      n0,
      _vMFADLT,
      0,
      [
        () => VirtualMFADevice$,
        0
      ]
    ];
    var mapStringReplacementValueEntry = [
      2,
      n0,
      _mSRVE,
      0,
      0,
      () => ReplacementValueEntry$
    ];
    var PolicyIdentifier$ = [
      4,
      n0,
      _PIo,
      0,
      [_PT, _PA, _IPIn],
      [0, 0, () => InlinePolicyIdentifierType$]
    ];
    var AcceptDelegationRequest$ = [
      9,
      n0,
      _ADR,
      0,
      () => AcceptDelegationRequestRequest$,
      () => __Unit
    ];
    var AcquireRole$ = [
      9,
      n0,
      _AR,
      0,
      () => AcquireRoleRequest$,
      () => AcquireRoleResponse$
    ];
    var AddClientIDToOpenIDConnectProvider$ = [
      9,
      n0,
      _ACIDTOIDCP,
      0,
      () => AddClientIDToOpenIDConnectProviderRequest$,
      () => __Unit
    ];
    var AddRoleToInstanceProfile$ = [
      9,
      n0,
      _ARTIP,
      0,
      () => AddRoleToInstanceProfileRequest$,
      () => __Unit
    ];
    var AddUserToGroup$ = [
      9,
      n0,
      _AUTG,
      0,
      () => AddUserToGroupRequest$,
      () => __Unit
    ];
    var AssociateDelegationRequest$ = [
      9,
      n0,
      _ADRs,
      0,
      () => AssociateDelegationRequestRequest$,
      () => __Unit
    ];
    var AttachGroupPolicy$ = [
      9,
      n0,
      _AGP,
      0,
      () => AttachGroupPolicyRequest$,
      () => __Unit
    ];
    var AttachRolePolicy$ = [
      9,
      n0,
      _ARP,
      0,
      () => AttachRolePolicyRequest$,
      () => __Unit
    ];
    var AttachUserPolicy$ = [
      9,
      n0,
      _AUP,
      0,
      () => AttachUserPolicyRequest$,
      () => __Unit
    ];
    var ChangePassword$ = [
      9,
      n0,
      _CP,
      0,
      () => ChangePasswordRequest$,
      () => __Unit
    ];
    var CreateAccessKey$ = [
      9,
      n0,
      _CAK,
      0,
      () => CreateAccessKeyRequest$,
      () => CreateAccessKeyResponse$
    ];
    var CreateAccountAlias$ = [
      9,
      n0,
      _CAA,
      0,
      () => CreateAccountAliasRequest$,
      () => __Unit
    ];
    var CreateDelegationRequest$ = [
      9,
      n0,
      _CDR,
      0,
      () => CreateDelegationRequestRequest$,
      () => CreateDelegationRequestResponse$
    ];
    var CreateGroup$ = [
      9,
      n0,
      _CG,
      0,
      () => CreateGroupRequest$,
      () => CreateGroupResponse$
    ];
    var CreateInstanceProfile$ = [
      9,
      n0,
      _CIP,
      0,
      () => CreateInstanceProfileRequest$,
      () => CreateInstanceProfileResponse$
    ];
    var CreateLoginProfile$ = [
      9,
      n0,
      _CLP,
      0,
      () => CreateLoginProfileRequest$,
      () => CreateLoginProfileResponse$
    ];
    var CreateOpenIDConnectProvider$ = [
      9,
      n0,
      _COIDCP,
      0,
      () => CreateOpenIDConnectProviderRequest$,
      () => CreateOpenIDConnectProviderResponse$
    ];
    var CreatePolicy$ = [
      9,
      n0,
      _CPr,
      0,
      () => CreatePolicyRequest$,
      () => CreatePolicyResponse$
    ];
    var CreatePolicyVersion$ = [
      9,
      n0,
      _CPV,
      0,
      () => CreatePolicyVersionRequest$,
      () => CreatePolicyVersionResponse$
    ];
    var CreateRole$ = [
      9,
      n0,
      _CR,
      0,
      () => CreateRoleRequest$,
      () => CreateRoleResponse$
    ];
    var CreateSAMLProvider$ = [
      9,
      n0,
      _CSAMLP,
      0,
      () => CreateSAMLProviderRequest$,
      () => CreateSAMLProviderResponse$
    ];
    var CreateServiceLinkedRole$ = [
      9,
      n0,
      _CSLR,
      0,
      () => CreateServiceLinkedRoleRequest$,
      () => CreateServiceLinkedRoleResponse$
    ];
    var CreateServiceSpecificCredential$ = [
      9,
      n0,
      _CSSC,
      0,
      () => CreateServiceSpecificCredentialRequest$,
      () => CreateServiceSpecificCredentialResponse$
    ];
    var CreateUser$ = [
      9,
      n0,
      _CU,
      0,
      () => CreateUserRequest$,
      () => CreateUserResponse$
    ];
    var CreateVirtualMFADevice$ = [
      9,
      n0,
      _CVMFAD,
      0,
      () => CreateVirtualMFADeviceRequest$,
      () => CreateVirtualMFADeviceResponse$
    ];
    var DeactivateMFADevice$ = [
      9,
      n0,
      _DMFAD,
      0,
      () => DeactivateMFADeviceRequest$,
      () => __Unit
    ];
    var DeleteAccessKey$ = [
      9,
      n0,
      _DAK,
      0,
      () => DeleteAccessKeyRequest$,
      () => __Unit
    ];
    var DeleteAccountAlias$ = [
      9,
      n0,
      _DAA,
      0,
      () => DeleteAccountAliasRequest$,
      () => __Unit
    ];
    var DeleteAccountPasswordPolicy$ = [
      9,
      n0,
      _DAPP,
      0,
      () => __Unit,
      () => __Unit
    ];
    var DeleteGroup$ = [
      9,
      n0,
      _DG,
      0,
      () => DeleteGroupRequest$,
      () => __Unit
    ];
    var DeleteGroupPolicy$ = [
      9,
      n0,
      _DGP,
      0,
      () => DeleteGroupPolicyRequest$,
      () => __Unit
    ];
    var DeleteInstanceProfile$ = [
      9,
      n0,
      _DIP,
      0,
      () => DeleteInstanceProfileRequest$,
      () => __Unit
    ];
    var DeleteLoginProfile$ = [
      9,
      n0,
      _DLP,
      0,
      () => DeleteLoginProfileRequest$,
      () => __Unit
    ];
    var DeleteOpenIDConnectProvider$ = [
      9,
      n0,
      _DOIDCP,
      0,
      () => DeleteOpenIDConnectProviderRequest$,
      () => __Unit
    ];
    var DeletePolicy$ = [
      9,
      n0,
      _DPe,
      0,
      () => DeletePolicyRequest$,
      () => __Unit
    ];
    var DeletePolicyVersion$ = [
      9,
      n0,
      _DPV,
      0,
      () => DeletePolicyVersionRequest$,
      () => __Unit
    ];
    var DeleteRole$ = [
      9,
      n0,
      _DRel,
      0,
      () => DeleteRoleRequest$,
      () => __Unit
    ];
    var DeleteRolePermissionsBoundary$ = [
      9,
      n0,
      _DRPB,
      0,
      () => DeleteRolePermissionsBoundaryRequest$,
      () => __Unit
    ];
    var DeleteRolePolicy$ = [
      9,
      n0,
      _DRP,
      0,
      () => DeleteRolePolicyRequest$,
      () => __Unit
    ];
    var DeleteSAMLProvider$ = [
      9,
      n0,
      _DSAMLP,
      0,
      () => DeleteSAMLProviderRequest$,
      () => __Unit
    ];
    var DeleteServerCertificate$ = [
      9,
      n0,
      _DSC,
      0,
      () => DeleteServerCertificateRequest$,
      () => __Unit
    ];
    var DeleteServiceLinkedRole$ = [
      9,
      n0,
      _DSLR,
      0,
      () => DeleteServiceLinkedRoleRequest$,
      () => DeleteServiceLinkedRoleResponse$
    ];
    var DeleteServiceSpecificCredential$ = [
      9,
      n0,
      _DSSC,
      0,
      () => DeleteServiceSpecificCredentialRequest$,
      () => __Unit
    ];
    var DeleteSigningCertificate$ = [
      9,
      n0,
      _DSCe,
      0,
      () => DeleteSigningCertificateRequest$,
      () => __Unit
    ];
    var DeleteSSHPublicKey$ = [
      9,
      n0,
      _DSSHPK,
      0,
      () => DeleteSSHPublicKeyRequest$,
      () => __Unit
    ];
    var DeleteUser$ = [
      9,
      n0,
      _DU,
      0,
      () => DeleteUserRequest$,
      () => __Unit
    ];
    var DeleteUserPermissionsBoundary$ = [
      9,
      n0,
      _DUPB,
      0,
      () => DeleteUserPermissionsBoundaryRequest$,
      () => __Unit
    ];
    var DeleteUserPolicy$ = [
      9,
      n0,
      _DUP,
      0,
      () => DeleteUserPolicyRequest$,
      () => __Unit
    ];
    var DeleteVirtualMFADevice$ = [
      9,
      n0,
      _DVMFAD,
      0,
      () => DeleteVirtualMFADeviceRequest$,
      () => __Unit
    ];
    var DetachGroupPolicy$ = [
      9,
      n0,
      _DGPe,
      0,
      () => DetachGroupPolicyRequest$,
      () => __Unit
    ];
    var DetachRolePolicy$ = [
      9,
      n0,
      _DRPe,
      0,
      () => DetachRolePolicyRequest$,
      () => __Unit
    ];
    var DetachUserPolicy$ = [
      9,
      n0,
      _DUPe,
      0,
      () => DetachUserPolicyRequest$,
      () => __Unit
    ];
    var DisableOrganizationsRootCredentialsManagement$ = [
      9,
      n0,
      _DORCM,
      0,
      () => DisableOrganizationsRootCredentialsManagementRequest$,
      () => DisableOrganizationsRootCredentialsManagementResponse$
    ];
    var DisableOrganizationsRootSessions$ = [
      9,
      n0,
      _DORS,
      0,
      () => DisableOrganizationsRootSessionsRequest$,
      () => DisableOrganizationsRootSessionsResponse$
    ];
    var DisableOutboundWebIdentityFederation$ = [
      9,
      n0,
      _DOWIF,
      0,
      () => __Unit,
      () => __Unit
    ];
    var EnableMFADevice$ = [
      9,
      n0,
      _EMFAD,
      0,
      () => EnableMFADeviceRequest$,
      () => __Unit
    ];
    var EnableOrganizationsRootCredentialsManagement$ = [
      9,
      n0,
      _EORCM,
      0,
      () => EnableOrganizationsRootCredentialsManagementRequest$,
      () => EnableOrganizationsRootCredentialsManagementResponse$
    ];
    var EnableOrganizationsRootSessions$ = [
      9,
      n0,
      _EORS,
      0,
      () => EnableOrganizationsRootSessionsRequest$,
      () => EnableOrganizationsRootSessionsResponse$
    ];
    var EnableOutboundWebIdentityFederation$ = [
      9,
      n0,
      _EOWIF,
      0,
      () => __Unit,
      () => EnableOutboundWebIdentityFederationResponse$
    ];
    var GenerateCredentialReport$ = [
      9,
      n0,
      _GCR,
      0,
      () => __Unit,
      () => GenerateCredentialReportResponse$
    ];
    var GenerateOrganizationsAccessReport$ = [
      9,
      n0,
      _GOAR,
      0,
      () => GenerateOrganizationsAccessReportRequest$,
      () => GenerateOrganizationsAccessReportResponse$
    ];
    var GenerateServiceLastAccessedDetails$ = [
      9,
      n0,
      _GSLAD,
      0,
      () => GenerateServiceLastAccessedDetailsRequest$,
      () => GenerateServiceLastAccessedDetailsResponse$
    ];
    var GetAccessKeyLastUsed$ = [
      9,
      n0,
      _GAKLU,
      0,
      () => GetAccessKeyLastUsedRequest$,
      () => GetAccessKeyLastUsedResponse$
    ];
    var GetAccountAuthorizationDetails$ = [
      9,
      n0,
      _GAAD,
      0,
      () => GetAccountAuthorizationDetailsRequest$,
      () => GetAccountAuthorizationDetailsResponse$
    ];
    var GetAccountPasswordPolicy$ = [
      9,
      n0,
      _GAPP,
      0,
      () => __Unit,
      () => GetAccountPasswordPolicyResponse$
    ];
    var GetAccountProperties$ = [
      9,
      n0,
      _GAP,
      0,
      () => GetAccountPropertiesRequest$,
      () => GetAccountPropertiesResponse$
    ];
    var GetAccountSummary$ = [
      9,
      n0,
      _GAS,
      0,
      () => __Unit,
      () => GetAccountSummaryResponse$
    ];
    var GetContextKeysForCustomPolicy$ = [
      9,
      n0,
      _GCKFCP,
      0,
      () => GetContextKeysForCustomPolicyRequest$,
      () => GetContextKeysForPolicyResponse$
    ];
    var GetContextKeysForPrincipalPolicy$ = [
      9,
      n0,
      _GCKFPP,
      0,
      () => GetContextKeysForPrincipalPolicyRequest$,
      () => GetContextKeysForPolicyResponse$
    ];
    var GetCredentialReport$ = [
      9,
      n0,
      _GCRe,
      0,
      () => __Unit,
      () => GetCredentialReportResponse$
    ];
    var GetDelegationRequest$ = [
      9,
      n0,
      _GDR,
      0,
      () => GetDelegationRequestRequest$,
      () => GetDelegationRequestResponse$
    ];
    var GetGroup$ = [
      9,
      n0,
      _GG,
      0,
      () => GetGroupRequest$,
      () => GetGroupResponse$
    ];
    var GetGroupPolicy$ = [
      9,
      n0,
      _GGP,
      0,
      () => GetGroupPolicyRequest$,
      () => GetGroupPolicyResponse$
    ];
    var GetHumanReadableSummary$ = [
      9,
      n0,
      _GHRS,
      0,
      () => GetHumanReadableSummaryRequest$,
      () => GetHumanReadableSummaryResponse$
    ];
    var GetInstanceProfile$ = [
      9,
      n0,
      _GIP,
      0,
      () => GetInstanceProfileRequest$,
      () => GetInstanceProfileResponse$
    ];
    var GetLoginProfile$ = [
      9,
      n0,
      _GLP,
      0,
      () => GetLoginProfileRequest$,
      () => GetLoginProfileResponse$
    ];
    var GetMFADevice$ = [
      9,
      n0,
      _GMFAD,
      0,
      () => GetMFADeviceRequest$,
      () => GetMFADeviceResponse$
    ];
    var GetOpenIDConnectProvider$ = [
      9,
      n0,
      _GOIDCP,
      0,
      () => GetOpenIDConnectProviderRequest$,
      () => GetOpenIDConnectProviderResponse$
    ];
    var GetOrganizationsAccessReport$ = [
      9,
      n0,
      _GOARe,
      0,
      () => GetOrganizationsAccessReportRequest$,
      () => GetOrganizationsAccessReportResponse$
    ];
    var GetOutboundWebIdentityFederationInfo$ = [
      9,
      n0,
      _GOWIFI,
      0,
      () => __Unit,
      () => GetOutboundWebIdentityFederationInfoResponse$
    ];
    var GetPolicy$ = [
      9,
      n0,
      _GP,
      0,
      () => GetPolicyRequest$,
      () => GetPolicyResponse$
    ];
    var GetPolicyVersion$ = [
      9,
      n0,
      _GPV,
      0,
      () => GetPolicyVersionRequest$,
      () => GetPolicyVersionResponse$
    ];
    var GetRole$ = [
      9,
      n0,
      _GR,
      0,
      () => GetRoleRequest$,
      () => GetRoleResponse$
    ];
    var GetRolePolicy$ = [
      9,
      n0,
      _GRP,
      0,
      () => GetRolePolicyRequest$,
      () => GetRolePolicyResponse$
    ];
    var GetRoleTemplateVersion$ = [
      9,
      n0,
      _GRTV,
      0,
      () => GetRoleTemplateVersionRequest$,
      () => GetRoleTemplateVersionResponse$
    ];
    var GetSAMLProvider$ = [
      9,
      n0,
      _GSAMLP,
      0,
      () => GetSAMLProviderRequest$,
      () => GetSAMLProviderResponse$
    ];
    var GetServerCertificate$ = [
      9,
      n0,
      _GSC,
      0,
      () => GetServerCertificateRequest$,
      () => GetServerCertificateResponse$
    ];
    var GetServiceLastAccessedDetails$ = [
      9,
      n0,
      _GSLADe,
      0,
      () => GetServiceLastAccessedDetailsRequest$,
      () => GetServiceLastAccessedDetailsResponse$
    ];
    var GetServiceLastAccessedDetailsWithEntities$ = [
      9,
      n0,
      _GSLADWE,
      0,
      () => GetServiceLastAccessedDetailsWithEntitiesRequest$,
      () => GetServiceLastAccessedDetailsWithEntitiesResponse$
    ];
    var GetServiceLinkedRoleDeletionStatus$ = [
      9,
      n0,
      _GSLRDS,
      0,
      () => GetServiceLinkedRoleDeletionStatusRequest$,
      () => GetServiceLinkedRoleDeletionStatusResponse$
    ];
    var GetSSHPublicKey$ = [
      9,
      n0,
      _GSSHPK,
      0,
      () => GetSSHPublicKeyRequest$,
      () => GetSSHPublicKeyResponse$
    ];
    var GetUser$ = [
      9,
      n0,
      _GU,
      0,
      () => GetUserRequest$,
      () => GetUserResponse$
    ];
    var GetUserPolicy$ = [
      9,
      n0,
      _GUP,
      0,
      () => GetUserPolicyRequest$,
      () => GetUserPolicyResponse$
    ];
    var ListAccessKeys$ = [
      9,
      n0,
      _LAK,
      0,
      () => ListAccessKeysRequest$,
      () => ListAccessKeysResponse$
    ];
    var ListAccountAliases$ = [
      9,
      n0,
      _LAA,
      0,
      () => ListAccountAliasesRequest$,
      () => ListAccountAliasesResponse$
    ];
    var ListAttachedGroupPolicies$ = [
      9,
      n0,
      _LAGP,
      0,
      () => ListAttachedGroupPoliciesRequest$,
      () => ListAttachedGroupPoliciesResponse$
    ];
    var ListAttachedRolePolicies$ = [
      9,
      n0,
      _LARP,
      0,
      () => ListAttachedRolePoliciesRequest$,
      () => ListAttachedRolePoliciesResponse$
    ];
    var ListAttachedUserPolicies$ = [
      9,
      n0,
      _LAUP,
      0,
      () => ListAttachedUserPoliciesRequest$,
      () => ListAttachedUserPoliciesResponse$
    ];
    var ListDelegationRequests$ = [
      9,
      n0,
      _LDR,
      0,
      () => ListDelegationRequestsRequest$,
      () => ListDelegationRequestsResponse$
    ];
    var ListEntitiesForPolicy$ = [
      9,
      n0,
      _LEFP,
      0,
      () => ListEntitiesForPolicyRequest$,
      () => ListEntitiesForPolicyResponse$
    ];
    var ListGroupPolicies$ = [
      9,
      n0,
      _LGP,
      0,
      () => ListGroupPoliciesRequest$,
      () => ListGroupPoliciesResponse$
    ];
    var ListGroups$ = [
      9,
      n0,
      _LG,
      0,
      () => ListGroupsRequest$,
      () => ListGroupsResponse$
    ];
    var ListGroupsForUser$ = [
      9,
      n0,
      _LGFU,
      0,
      () => ListGroupsForUserRequest$,
      () => ListGroupsForUserResponse$
    ];
    var ListInstanceProfiles$ = [
      9,
      n0,
      _LIP,
      0,
      () => ListInstanceProfilesRequest$,
      () => ListInstanceProfilesResponse$
    ];
    var ListInstanceProfilesForRole$ = [
      9,
      n0,
      _LIPFR,
      0,
      () => ListInstanceProfilesForRoleRequest$,
      () => ListInstanceProfilesForRoleResponse$
    ];
    var ListInstanceProfileTags$ = [
      9,
      n0,
      _LIPT,
      0,
      () => ListInstanceProfileTagsRequest$,
      () => ListInstanceProfileTagsResponse$
    ];
    var ListMFADevices$ = [
      9,
      n0,
      _LMFAD,
      0,
      () => ListMFADevicesRequest$,
      () => ListMFADevicesResponse$
    ];
    var ListMFADeviceTags$ = [
      9,
      n0,
      _LMFADT,
      0,
      () => ListMFADeviceTagsRequest$,
      () => ListMFADeviceTagsResponse$
    ];
    var ListOpenIDConnectProviders$ = [
      9,
      n0,
      _LOIDCP,
      0,
      () => ListOpenIDConnectProvidersRequest$,
      () => ListOpenIDConnectProvidersResponse$
    ];
    var ListOpenIDConnectProviderTags$ = [
      9,
      n0,
      _LOIDCPT,
      0,
      () => ListOpenIDConnectProviderTagsRequest$,
      () => ListOpenIDConnectProviderTagsResponse$
    ];
    var ListOrganizationsFeatures$ = [
      9,
      n0,
      _LOF,
      0,
      () => ListOrganizationsFeaturesRequest$,
      () => ListOrganizationsFeaturesResponse$
    ];
    var ListPolicies$ = [
      9,
      n0,
      _LPi,
      0,
      () => ListPoliciesRequest$,
      () => ListPoliciesResponse$
    ];
    var ListPoliciesGrantingServiceAccess$ = [
      9,
      n0,
      _LPGSA,
      0,
      () => ListPoliciesGrantingServiceAccessRequest$,
      () => ListPoliciesGrantingServiceAccessResponse$
    ];
    var ListPolicyTags$ = [
      9,
      n0,
      _LPT,
      0,
      () => ListPolicyTagsRequest$,
      () => ListPolicyTagsResponse$
    ];
    var ListPolicyVersions$ = [
      9,
      n0,
      _LPV,
      0,
      () => ListPolicyVersionsRequest$,
      () => ListPolicyVersionsResponse$
    ];
    var ListRolePolicies$ = [
      9,
      n0,
      _LRP,
      0,
      () => ListRolePoliciesRequest$,
      () => ListRolePoliciesResponse$
    ];
    var ListRoles$ = [
      9,
      n0,
      _LR,
      0,
      () => ListRolesRequest$,
      () => ListRolesResponse$
    ];
    var ListRoleTags$ = [
      9,
      n0,
      _LRT,
      0,
      () => ListRoleTagsRequest$,
      () => ListRoleTagsResponse$
    ];
    var ListSAMLProviders$ = [
      9,
      n0,
      _LSAMLP,
      0,
      () => ListSAMLProvidersRequest$,
      () => ListSAMLProvidersResponse$
    ];
    var ListSAMLProviderTags$ = [
      9,
      n0,
      _LSAMLPT,
      0,
      () => ListSAMLProviderTagsRequest$,
      () => ListSAMLProviderTagsResponse$
    ];
    var ListServerCertificates$ = [
      9,
      n0,
      _LSC,
      0,
      () => ListServerCertificatesRequest$,
      () => ListServerCertificatesResponse$
    ];
    var ListServerCertificateTags$ = [
      9,
      n0,
      _LSCT,
      0,
      () => ListServerCertificateTagsRequest$,
      () => ListServerCertificateTagsResponse$
    ];
    var ListServiceSpecificCredentials$ = [
      9,
      n0,
      _LSSC,
      0,
      () => ListServiceSpecificCredentialsRequest$,
      () => ListServiceSpecificCredentialsResponse$
    ];
    var ListSigningCertificates$ = [
      9,
      n0,
      _LSCi,
      0,
      () => ListSigningCertificatesRequest$,
      () => ListSigningCertificatesResponse$
    ];
    var ListSSHPublicKeys$ = [
      9,
      n0,
      _LSSHPK,
      0,
      () => ListSSHPublicKeysRequest$,
      () => ListSSHPublicKeysResponse$
    ];
    var ListUserPolicies$ = [
      9,
      n0,
      _LUP,
      0,
      () => ListUserPoliciesRequest$,
      () => ListUserPoliciesResponse$
    ];
    var ListUsers$ = [
      9,
      n0,
      _LU,
      0,
      () => ListUsersRequest$,
      () => ListUsersResponse$
    ];
    var ListUserTags$ = [
      9,
      n0,
      _LUT,
      0,
      () => ListUserTagsRequest$,
      () => ListUserTagsResponse$
    ];
    var ListVirtualMFADevices$ = [
      9,
      n0,
      _LVMFAD,
      0,
      () => ListVirtualMFADevicesRequest$,
      () => ListVirtualMFADevicesResponse$
    ];
    var PutAccountProperties$ = [
      9,
      n0,
      _PAP,
      0,
      () => PutAccountPropertiesRequest$,
      () => PutAccountPropertiesResponse$
    ];
    var PutGroupPolicy$ = [
      9,
      n0,
      _PGP,
      0,
      () => PutGroupPolicyRequest$,
      () => __Unit
    ];
    var PutRolePermissionsBoundary$ = [
      9,
      n0,
      _PRPB,
      0,
      () => PutRolePermissionsBoundaryRequest$,
      () => __Unit
    ];
    var PutRolePolicy$ = [
      9,
      n0,
      _PRPu,
      0,
      () => PutRolePolicyRequest$,
      () => __Unit
    ];
    var PutUserPermissionsBoundary$ = [
      9,
      n0,
      _PUPB,
      0,
      () => PutUserPermissionsBoundaryRequest$,
      () => __Unit
    ];
    var PutUserPolicy$ = [
      9,
      n0,
      _PUP,
      0,
      () => PutUserPolicyRequest$,
      () => __Unit
    ];
    var RejectDelegationRequest$ = [
      9,
      n0,
      _RDR,
      0,
      () => RejectDelegationRequestRequest$,
      () => __Unit
    ];
    var RemoveClientIDFromOpenIDConnectProvider$ = [
      9,
      n0,
      _RCIDFOIDCP,
      0,
      () => RemoveClientIDFromOpenIDConnectProviderRequest$,
      () => __Unit
    ];
    var RemoveRoleFromInstanceProfile$ = [
      9,
      n0,
      _RRFIP,
      0,
      () => RemoveRoleFromInstanceProfileRequest$,
      () => __Unit
    ];
    var RemoveUserFromGroup$ = [
      9,
      n0,
      _RUFG,
      0,
      () => RemoveUserFromGroupRequest$,
      () => __Unit
    ];
    var ResetServiceSpecificCredential$ = [
      9,
      n0,
      _RSSC,
      0,
      () => ResetServiceSpecificCredentialRequest$,
      () => ResetServiceSpecificCredentialResponse$
    ];
    var ResyncMFADevice$ = [
      9,
      n0,
      _RMFAD,
      0,
      () => ResyncMFADeviceRequest$,
      () => __Unit
    ];
    var SendDelegationToken$ = [
      9,
      n0,
      _SDT,
      0,
      () => SendDelegationTokenRequest$,
      () => __Unit
    ];
    var SetDefaultPolicyVersion$ = [
      9,
      n0,
      _SDPV,
      0,
      () => SetDefaultPolicyVersionRequest$,
      () => __Unit
    ];
    var SetSecurityTokenServicePreferences$ = [
      9,
      n0,
      _SSTSP,
      0,
      () => SetSecurityTokenServicePreferencesRequest$,
      () => __Unit
    ];
    var SimulateCustomPolicy$ = [
      9,
      n0,
      _SCP,
      0,
      () => SimulateCustomPolicyRequest$,
      () => SimulatePolicyResponse$
    ];
    var SimulatePrincipalPolicy$ = [
      9,
      n0,
      _SPP,
      0,
      () => SimulatePrincipalPolicyRequest$,
      () => SimulatePolicyResponse$
    ];
    var TagInstanceProfile$ = [
      9,
      n0,
      _TIP,
      0,
      () => TagInstanceProfileRequest$,
      () => __Unit
    ];
    var TagMFADevice$ = [
      9,
      n0,
      _TMFAD,
      0,
      () => TagMFADeviceRequest$,
      () => __Unit
    ];
    var TagOpenIDConnectProvider$ = [
      9,
      n0,
      _TOIDCP,
      0,
      () => TagOpenIDConnectProviderRequest$,
      () => __Unit
    ];
    var TagPolicy$ = [
      9,
      n0,
      _TP,
      0,
      () => TagPolicyRequest$,
      () => __Unit
    ];
    var TagRole$ = [
      9,
      n0,
      _TR,
      0,
      () => TagRoleRequest$,
      () => __Unit
    ];
    var TagSAMLProvider$ = [
      9,
      n0,
      _TSAMLP,
      0,
      () => TagSAMLProviderRequest$,
      () => __Unit
    ];
    var TagServerCertificate$ = [
      9,
      n0,
      _TSC,
      0,
      () => TagServerCertificateRequest$,
      () => __Unit
    ];
    var TagUser$ = [
      9,
      n0,
      _TU,
      0,
      () => TagUserRequest$,
      () => __Unit
    ];
    var UntagInstanceProfile$ = [
      9,
      n0,
      _UIP,
      0,
      () => UntagInstanceProfileRequest$,
      () => __Unit
    ];
    var UntagMFADevice$ = [
      9,
      n0,
      _UMFAD,
      0,
      () => UntagMFADeviceRequest$,
      () => __Unit
    ];
    var UntagOpenIDConnectProvider$ = [
      9,
      n0,
      _UOIDCP,
      0,
      () => UntagOpenIDConnectProviderRequest$,
      () => __Unit
    ];
    var UntagPolicy$ = [
      9,
      n0,
      _UP,
      0,
      () => UntagPolicyRequest$,
      () => __Unit
    ];
    var UntagRole$ = [
      9,
      n0,
      _UR,
      0,
      () => UntagRoleRequest$,
      () => __Unit
    ];
    var UntagSAMLProvider$ = [
      9,
      n0,
      _USAMLP,
      0,
      () => UntagSAMLProviderRequest$,
      () => __Unit
    ];
    var UntagServerCertificate$ = [
      9,
      n0,
      _USC,
      0,
      () => UntagServerCertificateRequest$,
      () => __Unit
    ];
    var UntagUser$ = [
      9,
      n0,
      _UU,
      0,
      () => UntagUserRequest$,
      () => __Unit
    ];
    var UpdateAccessKey$ = [
      9,
      n0,
      _UAK,
      0,
      () => UpdateAccessKeyRequest$,
      () => __Unit
    ];
    var UpdateAccountPasswordPolicy$ = [
      9,
      n0,
      _UAPP,
      0,
      () => UpdateAccountPasswordPolicyRequest$,
      () => __Unit
    ];
    var UpdateAssumeRolePolicy$ = [
      9,
      n0,
      _UARP,
      0,
      () => UpdateAssumeRolePolicyRequest$,
      () => __Unit
    ];
    var UpdateDelegationRequest$ = [
      9,
      n0,
      _UDR,
      0,
      () => UpdateDelegationRequestRequest$,
      () => __Unit
    ];
    var UpdateGroup$ = [
      9,
      n0,
      _UG,
      0,
      () => UpdateGroupRequest$,
      () => __Unit
    ];
    var UpdateLoginProfile$ = [
      9,
      n0,
      _ULP,
      0,
      () => UpdateLoginProfileRequest$,
      () => __Unit
    ];
    var UpdateOpenIDConnectProviderThumbprint$ = [
      9,
      n0,
      _UOIDCPT,
      0,
      () => UpdateOpenIDConnectProviderThumbprintRequest$,
      () => __Unit
    ];
    var UpdateRole$ = [
      9,
      n0,
      _URp,
      0,
      () => UpdateRoleRequest$,
      () => UpdateRoleResponse$
    ];
    var UpdateRoleDescription$ = [
      9,
      n0,
      _URD,
      0,
      () => UpdateRoleDescriptionRequest$,
      () => UpdateRoleDescriptionResponse$
    ];
    var UpdateSAMLProvider$ = [
      9,
      n0,
      _USAMLPp,
      0,
      () => UpdateSAMLProviderRequest$,
      () => UpdateSAMLProviderResponse$
    ];
    var UpdateServerCertificate$ = [
      9,
      n0,
      _USCp,
      0,
      () => UpdateServerCertificateRequest$,
      () => __Unit
    ];
    var UpdateServiceSpecificCredential$ = [
      9,
      n0,
      _USSC,
      0,
      () => UpdateServiceSpecificCredentialRequest$,
      () => __Unit
    ];
    var UpdateSigningCertificate$ = [
      9,
      n0,
      _USCpd,
      0,
      () => UpdateSigningCertificateRequest$,
      () => __Unit
    ];
    var UpdateSSHPublicKey$ = [
      9,
      n0,
      _USSHPK,
      0,
      () => UpdateSSHPublicKeyRequest$,
      () => __Unit
    ];
    var UpdateUser$ = [
      9,
      n0,
      _UUp,
      0,
      () => UpdateUserRequest$,
      () => __Unit
    ];
    var UploadServerCertificate$ = [
      9,
      n0,
      _USCpl,
      0,
      () => UploadServerCertificateRequest$,
      () => UploadServerCertificateResponse$
    ];
    var UploadSigningCertificate$ = [
      9,
      n0,
      _USCplo,
      0,
      () => UploadSigningCertificateRequest$,
      () => UploadSigningCertificateResponse$
    ];
    var UploadSSHPublicKey$ = [
      9,
      n0,
      _USSHPKp,
      0,
      () => UploadSSHPublicKeyRequest$,
      () => UploadSSHPublicKeyResponse$
    ];
    var getRuntimeConfig$1 = (config) => {
      return {
        apiVersion: "2010-05-08",
        base64Decoder: config?.base64Decoder ?? fromBase64,
        base64Encoder: config?.base64Encoder ?? toBase64,
        disableHostPrefix: config?.disableHostPrefix ?? false,
        endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
        extensions: config?.extensions ?? [],
        httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultIAMHttpAuthSchemeProvider,
        httpAuthSchemes: config?.httpAuthSchemes ?? [
          {
            schemeId: "aws.auth#sigv4",
            identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
            signer: new AwsSdkSigV4Signer()
          }
        ],
        logger: config?.logger ?? new NoOpLogger(),
        protocol: config?.protocol ?? AwsQueryProtocol,
        protocolSettings: config?.protocolSettings ?? {
          defaultNamespace: "com.amazonaws.iam",
          errorTypeRegistries,
          xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
          version: "2010-05-08",
          serviceTarget: "AWSIdentityManagementV20100508"
        },
        serviceId: config?.serviceId ?? "IAM",
        sha256: config?.sha256 ?? Sha256,
        urlParser: config?.urlParser ?? parseUrl,
        utf8Decoder: config?.utf8Decoder ?? fromUtf8,
        utf8Encoder: config?.utf8Encoder ?? toUtf8
      };
    };
    var getRuntimeConfig = (config) => {
      emitWarningIfUnsupportedVersion(process.version);
      const defaultsMode = resolveDefaultsModeConfig(config);
      const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
      const clientSharedValues = getRuntimeConfig$1(config);
      emitWarningIfUnsupportedVersion$1(process.version);
      const loaderConfig = {
        profile: config?.profile,
        logger: clientSharedValues.logger
      };
      return {
        ...clientSharedValues,
        ...config,
        runtime: "node",
        defaultsMode,
        authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
        bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
        credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
        defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
        defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: packageInfo.version }),
        maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
        region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
        requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
        retryMode: config?.retryMode ?? loadConfig({
          ...NODE_RETRY_MODE_CONFIG_OPTIONS,
          default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
        }, config),
        streamCollector: config?.streamCollector ?? streamCollector,
        useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
      };
    };
    var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
      const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
      let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
      let _credentials = runtimeConfig.credentials;
      return {
        setHttpAuthScheme(httpAuthScheme) {
          const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
          if (index === -1) {
            _httpAuthSchemes.push(httpAuthScheme);
          } else {
            _httpAuthSchemes.splice(index, 1, httpAuthScheme);
          }
        },
        httpAuthSchemes() {
          return _httpAuthSchemes;
        },
        setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
          _httpAuthSchemeProvider = httpAuthSchemeProvider;
        },
        httpAuthSchemeProvider() {
          return _httpAuthSchemeProvider;
        },
        setCredentials(credentials) {
          _credentials = credentials;
        },
        credentials() {
          return _credentials;
        }
      };
    };
    var resolveHttpAuthRuntimeConfig = (config) => {
      return {
        httpAuthSchemes: config.httpAuthSchemes(),
        httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
        credentials: config.credentials()
      };
    };
    var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
      const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
      extensions.forEach((extension) => extension.configure(extensionConfiguration));
      return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
    };
    var IAMClient2 = class extends Client {
      config;
      constructor(...[configuration2]) {
        const _config_0 = getRuntimeConfig(configuration2 || {});
        super(_config_0);
        this.initConfig = _config_0;
        const _config_1 = resolveClientEndpointParameters(_config_0);
        const _config_2 = resolveUserAgentConfig(_config_1);
        const _config_3 = resolveRetryConfig(_config_2);
        const _config_4 = resolveRegionConfig(_config_3);
        const _config_5 = resolveHostHeaderConfig(_config_4);
        const _config_6 = resolveEndpointConfig(_config_5);
        const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
        const _config_8 = resolveRuntimeExtensions(_config_7, configuration2?.extensions || []);
        this.config = _config_8;
        this.middlewareStack.use(getSchemaSerdePlugin(this.config));
        this.middlewareStack.use(getUserAgentPlugin(this.config));
        this.middlewareStack.use(getRetryPlugin(this.config));
        this.middlewareStack.use(getContentLengthPlugin(this.config));
        this.middlewareStack.use(getHostHeaderPlugin(this.config));
        this.middlewareStack.use(getLoggerPlugin(this.config));
        this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
        this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
          httpAuthSchemeParametersProvider: defaultIAMHttpAuthSchemeParametersProvider,
          identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
            "aws.auth#sigv4": config.credentials
          })
        }));
        this.middlewareStack.use(getHttpSigningPlugin(this.config));
      }
      destroy() {
        super.destroy();
      }
    };
    var command = makeBuilder(commonParams, "AWSIdentityManagementV20100508", "IAMClient", getEndpointPlugin);
    var _ep0 = {};
    var _mw0 = (Command, cs, config, o2) => [];
    var AcceptDelegationRequestCommand = class extends command(_ep0, _mw0, "AcceptDelegationRequest", AcceptDelegationRequest$) {
    };
    var AcquireRoleCommand = class extends command(_ep0, _mw0, "AcquireRole", AcquireRole$) {
    };
    var AddClientIDToOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "AddClientIDToOpenIDConnectProvider", AddClientIDToOpenIDConnectProvider$) {
    };
    var AddRoleToInstanceProfileCommand = class extends command(_ep0, _mw0, "AddRoleToInstanceProfile", AddRoleToInstanceProfile$) {
    };
    var AddUserToGroupCommand3 = class extends command(_ep0, _mw0, "AddUserToGroup", AddUserToGroup$) {
    };
    var AssociateDelegationRequestCommand = class extends command(_ep0, _mw0, "AssociateDelegationRequest", AssociateDelegationRequest$) {
    };
    var AttachGroupPolicyCommand2 = class extends command(_ep0, _mw0, "AttachGroupPolicy", AttachGroupPolicy$) {
    };
    var AttachRolePolicyCommand3 = class extends command(_ep0, _mw0, "AttachRolePolicy", AttachRolePolicy$) {
    };
    var AttachUserPolicyCommand3 = class extends command(_ep0, _mw0, "AttachUserPolicy", AttachUserPolicy$) {
    };
    var ChangePasswordCommand = class extends command(_ep0, _mw0, "ChangePassword", ChangePassword$) {
    };
    var CreateAccessKeyCommand = class extends command(_ep0, _mw0, "CreateAccessKey", CreateAccessKey$) {
    };
    var CreateAccountAliasCommand = class extends command(_ep0, _mw0, "CreateAccountAlias", CreateAccountAlias$) {
    };
    var CreateDelegationRequestCommand = class extends command(_ep0, _mw0, "CreateDelegationRequest", CreateDelegationRequest$) {
    };
    var CreateGroupCommand = class extends command(_ep0, _mw0, "CreateGroup", CreateGroup$) {
    };
    var CreateInstanceProfileCommand = class extends command(_ep0, _mw0, "CreateInstanceProfile", CreateInstanceProfile$) {
    };
    var CreateLoginProfileCommand = class extends command(_ep0, _mw0, "CreateLoginProfile", CreateLoginProfile$) {
    };
    var CreateOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "CreateOpenIDConnectProvider", CreateOpenIDConnectProvider$) {
    };
    var CreatePolicyCommand2 = class extends command(_ep0, _mw0, "CreatePolicy", CreatePolicy$) {
    };
    var CreatePolicyVersionCommand2 = class extends command(_ep0, _mw0, "CreatePolicyVersion", CreatePolicyVersion$) {
    };
    var CreateRoleCommand = class extends command(_ep0, _mw0, "CreateRole", CreateRole$) {
    };
    var CreateSAMLProviderCommand = class extends command(_ep0, _mw0, "CreateSAMLProvider", CreateSAMLProvider$) {
    };
    var CreateServiceLinkedRoleCommand = class extends command(_ep0, _mw0, "CreateServiceLinkedRole", CreateServiceLinkedRole$) {
    };
    var CreateServiceSpecificCredentialCommand = class extends command(_ep0, _mw0, "CreateServiceSpecificCredential", CreateServiceSpecificCredential$) {
    };
    var CreateUserCommand = class extends command(_ep0, _mw0, "CreateUser", CreateUser$) {
    };
    var CreateVirtualMFADeviceCommand = class extends command(_ep0, _mw0, "CreateVirtualMFADevice", CreateVirtualMFADevice$) {
    };
    var DeactivateMFADeviceCommand = class extends command(_ep0, _mw0, "DeactivateMFADevice", DeactivateMFADevice$) {
    };
    var DeleteAccessKeyCommand2 = class extends command(_ep0, _mw0, "DeleteAccessKey", DeleteAccessKey$) {
    };
    var DeleteAccountAliasCommand = class extends command(_ep0, _mw0, "DeleteAccountAlias", DeleteAccountAlias$) {
    };
    var DeleteAccountPasswordPolicyCommand = class extends command(_ep0, _mw0, "DeleteAccountPasswordPolicy", DeleteAccountPasswordPolicy$) {
    };
    var DeleteGroupCommand = class extends command(_ep0, _mw0, "DeleteGroup", DeleteGroup$) {
    };
    var DeleteGroupPolicyCommand2 = class extends command(_ep0, _mw0, "DeleteGroupPolicy", DeleteGroupPolicy$) {
    };
    var DeleteInstanceProfileCommand = class extends command(_ep0, _mw0, "DeleteInstanceProfile", DeleteInstanceProfile$) {
    };
    var DeleteLoginProfileCommand2 = class extends command(_ep0, _mw0, "DeleteLoginProfile", DeleteLoginProfile$) {
    };
    var DeleteOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "DeleteOpenIDConnectProvider", DeleteOpenIDConnectProvider$) {
    };
    var DeletePolicyCommand2 = class extends command(_ep0, _mw0, "DeletePolicy", DeletePolicy$) {
    };
    var DeletePolicyVersionCommand2 = class extends command(_ep0, _mw0, "DeletePolicyVersion", DeletePolicyVersion$) {
    };
    var DeleteRoleCommand = class extends command(_ep0, _mw0, "DeleteRole", DeleteRole$) {
    };
    var DeleteRolePermissionsBoundaryCommand = class extends command(_ep0, _mw0, "DeleteRolePermissionsBoundary", DeleteRolePermissionsBoundary$) {
    };
    var DeleteRolePolicyCommand3 = class extends command(_ep0, _mw0, "DeleteRolePolicy", DeleteRolePolicy$) {
    };
    var DeleteSAMLProviderCommand = class extends command(_ep0, _mw0, "DeleteSAMLProvider", DeleteSAMLProvider$) {
    };
    var DeleteServerCertificateCommand = class extends command(_ep0, _mw0, "DeleteServerCertificate", DeleteServerCertificate$) {
    };
    var DeleteServiceLinkedRoleCommand = class extends command(_ep0, _mw0, "DeleteServiceLinkedRole", DeleteServiceLinkedRole$) {
    };
    var DeleteServiceSpecificCredentialCommand = class extends command(_ep0, _mw0, "DeleteServiceSpecificCredential", DeleteServiceSpecificCredential$) {
    };
    var DeleteSigningCertificateCommand = class extends command(_ep0, _mw0, "DeleteSigningCertificate", DeleteSigningCertificate$) {
    };
    var DeleteSSHPublicKeyCommand = class extends command(_ep0, _mw0, "DeleteSSHPublicKey", DeleteSSHPublicKey$) {
    };
    var DeleteUserCommand2 = class extends command(_ep0, _mw0, "DeleteUser", DeleteUser$) {
    };
    var DeleteUserPermissionsBoundaryCommand = class extends command(_ep0, _mw0, "DeleteUserPermissionsBoundary", DeleteUserPermissionsBoundary$) {
    };
    var DeleteUserPolicyCommand3 = class extends command(_ep0, _mw0, "DeleteUserPolicy", DeleteUserPolicy$) {
    };
    var DeleteVirtualMFADeviceCommand = class extends command(_ep0, _mw0, "DeleteVirtualMFADevice", DeleteVirtualMFADevice$) {
    };
    var DetachGroupPolicyCommand3 = class extends command(_ep0, _mw0, "DetachGroupPolicy", DetachGroupPolicy$) {
    };
    var DetachRolePolicyCommand3 = class extends command(_ep0, _mw0, "DetachRolePolicy", DetachRolePolicy$) {
    };
    var DetachUserPolicyCommand3 = class extends command(_ep0, _mw0, "DetachUserPolicy", DetachUserPolicy$) {
    };
    var DisableOrganizationsRootCredentialsManagementCommand = class extends command(_ep0, _mw0, "DisableOrganizationsRootCredentialsManagement", DisableOrganizationsRootCredentialsManagement$) {
    };
    var DisableOrganizationsRootSessionsCommand = class extends command(_ep0, _mw0, "DisableOrganizationsRootSessions", DisableOrganizationsRootSessions$) {
    };
    var DisableOutboundWebIdentityFederationCommand = class extends command(_ep0, _mw0, "DisableOutboundWebIdentityFederation", DisableOutboundWebIdentityFederation$) {
    };
    var EnableMFADeviceCommand = class extends command(_ep0, _mw0, "EnableMFADevice", EnableMFADevice$) {
    };
    var EnableOrganizationsRootCredentialsManagementCommand = class extends command(_ep0, _mw0, "EnableOrganizationsRootCredentialsManagement", EnableOrganizationsRootCredentialsManagement$) {
    };
    var EnableOrganizationsRootSessionsCommand = class extends command(_ep0, _mw0, "EnableOrganizationsRootSessions", EnableOrganizationsRootSessions$) {
    };
    var EnableOutboundWebIdentityFederationCommand = class extends command(_ep0, _mw0, "EnableOutboundWebIdentityFederation", EnableOutboundWebIdentityFederation$) {
    };
    var GenerateCredentialReportCommand2 = class extends command(_ep0, _mw0, "GenerateCredentialReport", GenerateCredentialReport$) {
    };
    var GenerateOrganizationsAccessReportCommand = class extends command(_ep0, _mw0, "GenerateOrganizationsAccessReport", GenerateOrganizationsAccessReport$) {
    };
    var GenerateServiceLastAccessedDetailsCommand = class extends command(_ep0, _mw0, "GenerateServiceLastAccessedDetails", GenerateServiceLastAccessedDetails$) {
    };
    var GetAccessKeyLastUsedCommand2 = class extends command(_ep0, _mw0, "GetAccessKeyLastUsed", GetAccessKeyLastUsed$) {
    };
    var GetAccountAuthorizationDetailsCommand2 = class extends command(_ep0, _mw0, "GetAccountAuthorizationDetails", GetAccountAuthorizationDetails$) {
    };
    var GetAccountPasswordPolicyCommand = class extends command(_ep0, _mw0, "GetAccountPasswordPolicy", GetAccountPasswordPolicy$) {
    };
    var GetAccountPropertiesCommand = class extends command(_ep0, _mw0, "GetAccountProperties", GetAccountProperties$) {
    };
    var GetAccountSummaryCommand2 = class extends command(_ep0, _mw0, "GetAccountSummary", GetAccountSummary$) {
    };
    var GetContextKeysForCustomPolicyCommand = class extends command(_ep0, _mw0, "GetContextKeysForCustomPolicy", GetContextKeysForCustomPolicy$) {
    };
    var GetContextKeysForPrincipalPolicyCommand = class extends command(_ep0, _mw0, "GetContextKeysForPrincipalPolicy", GetContextKeysForPrincipalPolicy$) {
    };
    var GetCredentialReportCommand2 = class extends command(_ep0, _mw0, "GetCredentialReport", GetCredentialReport$) {
    };
    var GetDelegationRequestCommand = class extends command(_ep0, _mw0, "GetDelegationRequest", GetDelegationRequest$) {
    };
    var GetGroupCommand2 = class extends command(_ep0, _mw0, "GetGroup", GetGroup$) {
    };
    var GetGroupPolicyCommand2 = class extends command(_ep0, _mw0, "GetGroupPolicy", GetGroupPolicy$) {
    };
    var GetHumanReadableSummaryCommand = class extends command(_ep0, _mw0, "GetHumanReadableSummary", GetHumanReadableSummary$) {
    };
    var GetInstanceProfileCommand = class extends command(_ep0, _mw0, "GetInstanceProfile", GetInstanceProfile$) {
    };
    var GetLoginProfileCommand2 = class extends command(_ep0, _mw0, "GetLoginProfile", GetLoginProfile$) {
    };
    var GetMFADeviceCommand = class extends command(_ep0, _mw0, "GetMFADevice", GetMFADevice$) {
    };
    var GetOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "GetOpenIDConnectProvider", GetOpenIDConnectProvider$) {
    };
    var GetOrganizationsAccessReportCommand = class extends command(_ep0, _mw0, "GetOrganizationsAccessReport", GetOrganizationsAccessReport$) {
    };
    var GetOutboundWebIdentityFederationInfoCommand = class extends command(_ep0, _mw0, "GetOutboundWebIdentityFederationInfo", GetOutboundWebIdentityFederationInfo$) {
    };
    var GetPolicyCommand2 = class extends command(_ep0, _mw0, "GetPolicy", GetPolicy$) {
    };
    var GetPolicyVersionCommand3 = class extends command(_ep0, _mw0, "GetPolicyVersion", GetPolicyVersion$) {
    };
    var GetRoleCommand3 = class extends command(_ep0, _mw0, "GetRole", GetRole$) {
    };
    var GetRolePolicyCommand2 = class extends command(_ep0, _mw0, "GetRolePolicy", GetRolePolicy$) {
    };
    var GetRoleTemplateVersionCommand = class extends command(_ep0, _mw0, "GetRoleTemplateVersion", GetRoleTemplateVersion$) {
    };
    var GetSAMLProviderCommand = class extends command(_ep0, _mw0, "GetSAMLProvider", GetSAMLProvider$) {
    };
    var GetServerCertificateCommand = class extends command(_ep0, _mw0, "GetServerCertificate", GetServerCertificate$) {
    };
    var GetServiceLastAccessedDetailsCommand = class extends command(_ep0, _mw0, "GetServiceLastAccessedDetails", GetServiceLastAccessedDetails$) {
    };
    var GetServiceLastAccessedDetailsWithEntitiesCommand = class extends command(_ep0, _mw0, "GetServiceLastAccessedDetailsWithEntities", GetServiceLastAccessedDetailsWithEntities$) {
    };
    var GetServiceLinkedRoleDeletionStatusCommand = class extends command(_ep0, _mw0, "GetServiceLinkedRoleDeletionStatus", GetServiceLinkedRoleDeletionStatus$) {
    };
    var GetSSHPublicKeyCommand = class extends command(_ep0, _mw0, "GetSSHPublicKey", GetSSHPublicKey$) {
    };
    var GetUserCommand2 = class extends command(_ep0, _mw0, "GetUser", GetUser$) {
    };
    var GetUserPolicyCommand2 = class extends command(_ep0, _mw0, "GetUserPolicy", GetUserPolicy$) {
    };
    var ListAccessKeysCommand2 = class extends command(_ep0, _mw0, "ListAccessKeys", ListAccessKeys$) {
    };
    var ListAccountAliasesCommand = class extends command(_ep0, _mw0, "ListAccountAliases", ListAccountAliases$) {
    };
    var ListAttachedGroupPoliciesCommand2 = class extends command(_ep0, _mw0, "ListAttachedGroupPolicies", ListAttachedGroupPolicies$) {
    };
    var ListAttachedRolePoliciesCommand2 = class extends command(_ep0, _mw0, "ListAttachedRolePolicies", ListAttachedRolePolicies$) {
    };
    var ListAttachedUserPoliciesCommand2 = class extends command(_ep0, _mw0, "ListAttachedUserPolicies", ListAttachedUserPolicies$) {
    };
    var ListDelegationRequestsCommand = class extends command(_ep0, _mw0, "ListDelegationRequests", ListDelegationRequests$) {
    };
    var ListEntitiesForPolicyCommand = class extends command(_ep0, _mw0, "ListEntitiesForPolicy", ListEntitiesForPolicy$) {
    };
    var ListGroupPoliciesCommand2 = class extends command(_ep0, _mw0, "ListGroupPolicies", ListGroupPolicies$) {
    };
    var ListGroupsCommand = class extends command(_ep0, _mw0, "ListGroups", ListGroups$) {
    };
    var ListGroupsForUserCommand2 = class extends command(_ep0, _mw0, "ListGroupsForUser", ListGroupsForUser$) {
    };
    var ListInstanceProfilesCommand = class extends command(_ep0, _mw0, "ListInstanceProfiles", ListInstanceProfiles$) {
    };
    var ListInstanceProfilesForRoleCommand = class extends command(_ep0, _mw0, "ListInstanceProfilesForRole", ListInstanceProfilesForRole$) {
    };
    var ListInstanceProfileTagsCommand = class extends command(_ep0, _mw0, "ListInstanceProfileTags", ListInstanceProfileTags$) {
    };
    var ListMFADevicesCommand2 = class extends command(_ep0, _mw0, "ListMFADevices", ListMFADevices$) {
    };
    var ListMFADeviceTagsCommand = class extends command(_ep0, _mw0, "ListMFADeviceTags", ListMFADeviceTags$) {
    };
    var ListOpenIDConnectProvidersCommand2 = class extends command(_ep0, _mw0, "ListOpenIDConnectProviders", ListOpenIDConnectProviders$) {
    };
    var ListOpenIDConnectProviderTagsCommand = class extends command(_ep0, _mw0, "ListOpenIDConnectProviderTags", ListOpenIDConnectProviderTags$) {
    };
    var ListOrganizationsFeaturesCommand = class extends command(_ep0, _mw0, "ListOrganizationsFeatures", ListOrganizationsFeatures$) {
    };
    var ListPoliciesCommand2 = class extends command(_ep0, _mw0, "ListPolicies", ListPolicies$) {
    };
    var ListPoliciesGrantingServiceAccessCommand = class extends command(_ep0, _mw0, "ListPoliciesGrantingServiceAccess", ListPoliciesGrantingServiceAccess$) {
    };
    var ListPolicyTagsCommand = class extends command(_ep0, _mw0, "ListPolicyTags", ListPolicyTags$) {
    };
    var ListPolicyVersionsCommand3 = class extends command(_ep0, _mw0, "ListPolicyVersions", ListPolicyVersions$) {
    };
    var ListRolePoliciesCommand2 = class extends command(_ep0, _mw0, "ListRolePolicies", ListRolePolicies$) {
    };
    var ListRolesCommand2 = class extends command(_ep0, _mw0, "ListRoles", ListRoles$) {
    };
    var ListRoleTagsCommand = class extends command(_ep0, _mw0, "ListRoleTags", ListRoleTags$) {
    };
    var ListSAMLProvidersCommand2 = class extends command(_ep0, _mw0, "ListSAMLProviders", ListSAMLProviders$) {
    };
    var ListSAMLProviderTagsCommand = class extends command(_ep0, _mw0, "ListSAMLProviderTags", ListSAMLProviderTags$) {
    };
    var ListServerCertificatesCommand = class extends command(_ep0, _mw0, "ListServerCertificates", ListServerCertificates$) {
    };
    var ListServerCertificateTagsCommand = class extends command(_ep0, _mw0, "ListServerCertificateTags", ListServerCertificateTags$) {
    };
    var ListServiceSpecificCredentialsCommand = class extends command(_ep0, _mw0, "ListServiceSpecificCredentials", ListServiceSpecificCredentials$) {
    };
    var ListSigningCertificatesCommand = class extends command(_ep0, _mw0, "ListSigningCertificates", ListSigningCertificates$) {
    };
    var ListSSHPublicKeysCommand = class extends command(_ep0, _mw0, "ListSSHPublicKeys", ListSSHPublicKeys$) {
    };
    var ListUserPoliciesCommand2 = class extends command(_ep0, _mw0, "ListUserPolicies", ListUserPolicies$) {
    };
    var ListUsersCommand = class extends command(_ep0, _mw0, "ListUsers", ListUsers$) {
    };
    var ListUserTagsCommand = class extends command(_ep0, _mw0, "ListUserTags", ListUserTags$) {
    };
    var ListVirtualMFADevicesCommand = class extends command(_ep0, _mw0, "ListVirtualMFADevices", ListVirtualMFADevices$) {
    };
    var PutAccountPropertiesCommand = class extends command(_ep0, _mw0, "PutAccountProperties", PutAccountProperties$) {
    };
    var PutGroupPolicyCommand2 = class extends command(_ep0, _mw0, "PutGroupPolicy", PutGroupPolicy$) {
    };
    var PutRolePermissionsBoundaryCommand = class extends command(_ep0, _mw0, "PutRolePermissionsBoundary", PutRolePermissionsBoundary$) {
    };
    var PutRolePolicyCommand3 = class extends command(_ep0, _mw0, "PutRolePolicy", PutRolePolicy$) {
    };
    var PutUserPermissionsBoundaryCommand = class extends command(_ep0, _mw0, "PutUserPermissionsBoundary", PutUserPermissionsBoundary$) {
    };
    var PutUserPolicyCommand3 = class extends command(_ep0, _mw0, "PutUserPolicy", PutUserPolicy$) {
    };
    var RejectDelegationRequestCommand = class extends command(_ep0, _mw0, "RejectDelegationRequest", RejectDelegationRequest$) {
    };
    var RemoveClientIDFromOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "RemoveClientIDFromOpenIDConnectProvider", RemoveClientIDFromOpenIDConnectProvider$) {
    };
    var RemoveRoleFromInstanceProfileCommand = class extends command(_ep0, _mw0, "RemoveRoleFromInstanceProfile", RemoveRoleFromInstanceProfile$) {
    };
    var RemoveUserFromGroupCommand3 = class extends command(_ep0, _mw0, "RemoveUserFromGroup", RemoveUserFromGroup$) {
    };
    var ResetServiceSpecificCredentialCommand = class extends command(_ep0, _mw0, "ResetServiceSpecificCredential", ResetServiceSpecificCredential$) {
    };
    var ResyncMFADeviceCommand = class extends command(_ep0, _mw0, "ResyncMFADevice", ResyncMFADevice$) {
    };
    var SendDelegationTokenCommand = class extends command(_ep0, _mw0, "SendDelegationToken", SendDelegationToken$) {
    };
    var SetDefaultPolicyVersionCommand = class extends command(_ep0, _mw0, "SetDefaultPolicyVersion", SetDefaultPolicyVersion$) {
    };
    var SetSecurityTokenServicePreferencesCommand = class extends command(_ep0, _mw0, "SetSecurityTokenServicePreferences", SetSecurityTokenServicePreferences$) {
    };
    var SimulateCustomPolicyCommand = class extends command(_ep0, _mw0, "SimulateCustomPolicy", SimulateCustomPolicy$) {
    };
    var SimulatePrincipalPolicyCommand = class extends command(_ep0, _mw0, "SimulatePrincipalPolicy", SimulatePrincipalPolicy$) {
    };
    var TagInstanceProfileCommand = class extends command(_ep0, _mw0, "TagInstanceProfile", TagInstanceProfile$) {
    };
    var TagMFADeviceCommand = class extends command(_ep0, _mw0, "TagMFADevice", TagMFADevice$) {
    };
    var TagOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "TagOpenIDConnectProvider", TagOpenIDConnectProvider$) {
    };
    var TagPolicyCommand = class extends command(_ep0, _mw0, "TagPolicy", TagPolicy$) {
    };
    var TagRoleCommand = class extends command(_ep0, _mw0, "TagRole", TagRole$) {
    };
    var TagSAMLProviderCommand = class extends command(_ep0, _mw0, "TagSAMLProvider", TagSAMLProvider$) {
    };
    var TagServerCertificateCommand = class extends command(_ep0, _mw0, "TagServerCertificate", TagServerCertificate$) {
    };
    var TagUserCommand = class extends command(_ep0, _mw0, "TagUser", TagUser$) {
    };
    var UntagInstanceProfileCommand = class extends command(_ep0, _mw0, "UntagInstanceProfile", UntagInstanceProfile$) {
    };
    var UntagMFADeviceCommand = class extends command(_ep0, _mw0, "UntagMFADevice", UntagMFADevice$) {
    };
    var UntagOpenIDConnectProviderCommand = class extends command(_ep0, _mw0, "UntagOpenIDConnectProvider", UntagOpenIDConnectProvider$) {
    };
    var UntagPolicyCommand = class extends command(_ep0, _mw0, "UntagPolicy", UntagPolicy$) {
    };
    var UntagRoleCommand = class extends command(_ep0, _mw0, "UntagRole", UntagRole$) {
    };
    var UntagSAMLProviderCommand = class extends command(_ep0, _mw0, "UntagSAMLProvider", UntagSAMLProvider$) {
    };
    var UntagServerCertificateCommand = class extends command(_ep0, _mw0, "UntagServerCertificate", UntagServerCertificate$) {
    };
    var UntagUserCommand = class extends command(_ep0, _mw0, "UntagUser", UntagUser$) {
    };
    var UpdateAccessKeyCommand2 = class extends command(_ep0, _mw0, "UpdateAccessKey", UpdateAccessKey$) {
    };
    var UpdateAccountPasswordPolicyCommand = class extends command(_ep0, _mw0, "UpdateAccountPasswordPolicy", UpdateAccountPasswordPolicy$) {
    };
    var UpdateAssumeRolePolicyCommand = class extends command(_ep0, _mw0, "UpdateAssumeRolePolicy", UpdateAssumeRolePolicy$) {
    };
    var UpdateDelegationRequestCommand = class extends command(_ep0, _mw0, "UpdateDelegationRequest", UpdateDelegationRequest$) {
    };
    var UpdateGroupCommand = class extends command(_ep0, _mw0, "UpdateGroup", UpdateGroup$) {
    };
    var UpdateLoginProfileCommand = class extends command(_ep0, _mw0, "UpdateLoginProfile", UpdateLoginProfile$) {
    };
    var UpdateOpenIDConnectProviderThumbprintCommand = class extends command(_ep0, _mw0, "UpdateOpenIDConnectProviderThumbprint", UpdateOpenIDConnectProviderThumbprint$) {
    };
    var UpdateRoleCommand = class extends command(_ep0, _mw0, "UpdateRole", UpdateRole$) {
    };
    var UpdateRoleDescriptionCommand = class extends command(_ep0, _mw0, "UpdateRoleDescription", UpdateRoleDescription$) {
    };
    var UpdateSAMLProviderCommand = class extends command(_ep0, _mw0, "UpdateSAMLProvider", UpdateSAMLProvider$) {
    };
    var UpdateServerCertificateCommand = class extends command(_ep0, _mw0, "UpdateServerCertificate", UpdateServerCertificate$) {
    };
    var UpdateServiceSpecificCredentialCommand = class extends command(_ep0, _mw0, "UpdateServiceSpecificCredential", UpdateServiceSpecificCredential$) {
    };
    var UpdateSigningCertificateCommand = class extends command(_ep0, _mw0, "UpdateSigningCertificate", UpdateSigningCertificate$) {
    };
    var UpdateSSHPublicKeyCommand = class extends command(_ep0, _mw0, "UpdateSSHPublicKey", UpdateSSHPublicKey$) {
    };
    var UpdateUserCommand = class extends command(_ep0, _mw0, "UpdateUser", UpdateUser$) {
    };
    var UploadServerCertificateCommand = class extends command(_ep0, _mw0, "UploadServerCertificate", UploadServerCertificate$) {
    };
    var UploadSigningCertificateCommand = class extends command(_ep0, _mw0, "UploadSigningCertificate", UploadSigningCertificate$) {
    };
    var UploadSSHPublicKeyCommand = class extends command(_ep0, _mw0, "UploadSSHPublicKey", UploadSSHPublicKey$) {
    };
    var paginateGetAccountAuthorizationDetails = createPaginator(IAMClient2, GetAccountAuthorizationDetailsCommand2, "Marker", "Marker", "MaxItems");
    var paginateGetGroup = createPaginator(IAMClient2, GetGroupCommand2, "Marker", "Marker", "MaxItems");
    var paginateListAccessKeys = createPaginator(IAMClient2, ListAccessKeysCommand2, "Marker", "Marker", "MaxItems");
    var paginateListAccountAliases = createPaginator(IAMClient2, ListAccountAliasesCommand, "Marker", "Marker", "MaxItems");
    var paginateListAttachedGroupPolicies = createPaginator(IAMClient2, ListAttachedGroupPoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListAttachedRolePolicies = createPaginator(IAMClient2, ListAttachedRolePoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListAttachedUserPolicies = createPaginator(IAMClient2, ListAttachedUserPoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListEntitiesForPolicy = createPaginator(IAMClient2, ListEntitiesForPolicyCommand, "Marker", "Marker", "MaxItems");
    var paginateListGroupPolicies = createPaginator(IAMClient2, ListGroupPoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListGroupsForUser = createPaginator(IAMClient2, ListGroupsForUserCommand2, "Marker", "Marker", "MaxItems");
    var paginateListGroups = createPaginator(IAMClient2, ListGroupsCommand, "Marker", "Marker", "MaxItems");
    var paginateListInstanceProfilesForRole = createPaginator(IAMClient2, ListInstanceProfilesForRoleCommand, "Marker", "Marker", "MaxItems");
    var paginateListInstanceProfiles = createPaginator(IAMClient2, ListInstanceProfilesCommand, "Marker", "Marker", "MaxItems");
    var paginateListInstanceProfileTags = createPaginator(IAMClient2, ListInstanceProfileTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListMFADevices = createPaginator(IAMClient2, ListMFADevicesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListMFADeviceTags = createPaginator(IAMClient2, ListMFADeviceTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListOpenIDConnectProviderTags = createPaginator(IAMClient2, ListOpenIDConnectProviderTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListPolicies = createPaginator(IAMClient2, ListPoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListPolicyTags = createPaginator(IAMClient2, ListPolicyTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListPolicyVersions = createPaginator(IAMClient2, ListPolicyVersionsCommand3, "Marker", "Marker", "MaxItems");
    var paginateListRolePolicies = createPaginator(IAMClient2, ListRolePoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListRoles = createPaginator(IAMClient2, ListRolesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListRoleTags = createPaginator(IAMClient2, ListRoleTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListSAMLProviderTags = createPaginator(IAMClient2, ListSAMLProviderTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListServerCertificates = createPaginator(IAMClient2, ListServerCertificatesCommand, "Marker", "Marker", "MaxItems");
    var paginateListServerCertificateTags = createPaginator(IAMClient2, ListServerCertificateTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListSigningCertificates = createPaginator(IAMClient2, ListSigningCertificatesCommand, "Marker", "Marker", "MaxItems");
    var paginateListSSHPublicKeys = createPaginator(IAMClient2, ListSSHPublicKeysCommand, "Marker", "Marker", "MaxItems");
    var paginateListUserPolicies = createPaginator(IAMClient2, ListUserPoliciesCommand2, "Marker", "Marker", "MaxItems");
    var paginateListUsers = createPaginator(IAMClient2, ListUsersCommand, "Marker", "Marker", "MaxItems");
    var paginateListUserTags = createPaginator(IAMClient2, ListUserTagsCommand, "Marker", "Marker", "MaxItems");
    var paginateListVirtualMFADevices = createPaginator(IAMClient2, ListVirtualMFADevicesCommand, "Marker", "Marker", "MaxItems");
    var paginateSimulateCustomPolicy = createPaginator(IAMClient2, SimulateCustomPolicyCommand, "Marker", "Marker", "MaxItems");
    var paginateSimulatePrincipalPolicy = createPaginator(IAMClient2, SimulatePrincipalPolicyCommand, "Marker", "Marker", "MaxItems");
    var checkState$3 = async (client, input) => {
      let reason;
      try {
        let result = await client.send(new GetInstanceProfileCommand(input));
        reason = result;
        return { state: WaiterState.SUCCESS, reason };
      } catch (exception) {
        reason = exception;
        if (exception.name === "NoSuchEntityException") {
          return { state: WaiterState.RETRY, reason };
        }
      }
      return { state: WaiterState.RETRY, reason };
    };
    var waitForInstanceProfileExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      return createWaiter({ ...serviceDefaults, ...params }, input, checkState$3);
    };
    var waitUntilInstanceProfileExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      const result = await createWaiter({ ...serviceDefaults, ...params }, input, checkState$3);
      return checkExceptions(result);
    };
    var checkState$2 = async (client, input) => {
      let reason;
      try {
        let result = await client.send(new GetPolicyCommand2(input));
        reason = result;
        return { state: WaiterState.SUCCESS, reason };
      } catch (exception) {
        reason = exception;
        if (exception.name === "NoSuchEntityException") {
          return { state: WaiterState.RETRY, reason };
        }
      }
      return { state: WaiterState.RETRY, reason };
    };
    var waitForPolicyExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      return createWaiter({ ...serviceDefaults, ...params }, input, checkState$2);
    };
    var waitUntilPolicyExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      const result = await createWaiter({ ...serviceDefaults, ...params }, input, checkState$2);
      return checkExceptions(result);
    };
    var checkState$1 = async (client, input) => {
      let reason;
      try {
        let result = await client.send(new GetRoleCommand3(input));
        reason = result;
        return { state: WaiterState.SUCCESS, reason };
      } catch (exception) {
        reason = exception;
        if (exception.name === "NoSuchEntityException") {
          return { state: WaiterState.RETRY, reason };
        }
      }
      return { state: WaiterState.RETRY, reason };
    };
    var waitForRoleExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      return createWaiter({ ...serviceDefaults, ...params }, input, checkState$1);
    };
    var waitUntilRoleExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      const result = await createWaiter({ ...serviceDefaults, ...params }, input, checkState$1);
      return checkExceptions(result);
    };
    var checkState = async (client, input) => {
      let reason;
      try {
        let result = await client.send(new GetUserCommand2(input));
        reason = result;
        return { state: WaiterState.SUCCESS, reason };
      } catch (exception) {
        reason = exception;
        if (exception.name === "NoSuchEntityException") {
          return { state: WaiterState.RETRY, reason };
        }
      }
      return { state: WaiterState.RETRY, reason };
    };
    var waitForUserExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      return createWaiter({ ...serviceDefaults, ...params }, input, checkState);
    };
    var waitUntilUserExists = async (params, input) => {
      const serviceDefaults = { minDelay: 1, maxDelay: 120 };
      const result = await createWaiter({ ...serviceDefaults, ...params }, input, checkState);
      return checkExceptions(result);
    };
    var commands = {
      AcceptDelegationRequestCommand,
      AcquireRoleCommand,
      AddClientIDToOpenIDConnectProviderCommand,
      AddRoleToInstanceProfileCommand,
      AddUserToGroupCommand: AddUserToGroupCommand3,
      AssociateDelegationRequestCommand,
      AttachGroupPolicyCommand: AttachGroupPolicyCommand2,
      AttachRolePolicyCommand: AttachRolePolicyCommand3,
      AttachUserPolicyCommand: AttachUserPolicyCommand3,
      ChangePasswordCommand,
      CreateAccessKeyCommand,
      CreateAccountAliasCommand,
      CreateDelegationRequestCommand,
      CreateGroupCommand,
      CreateInstanceProfileCommand,
      CreateLoginProfileCommand,
      CreateOpenIDConnectProviderCommand,
      CreatePolicyCommand: CreatePolicyCommand2,
      CreatePolicyVersionCommand: CreatePolicyVersionCommand2,
      CreateRoleCommand,
      CreateSAMLProviderCommand,
      CreateServiceLinkedRoleCommand,
      CreateServiceSpecificCredentialCommand,
      CreateUserCommand,
      CreateVirtualMFADeviceCommand,
      DeactivateMFADeviceCommand,
      DeleteAccessKeyCommand: DeleteAccessKeyCommand2,
      DeleteAccountAliasCommand,
      DeleteAccountPasswordPolicyCommand,
      DeleteGroupCommand,
      DeleteGroupPolicyCommand: DeleteGroupPolicyCommand2,
      DeleteInstanceProfileCommand,
      DeleteLoginProfileCommand: DeleteLoginProfileCommand2,
      DeleteOpenIDConnectProviderCommand,
      DeletePolicyCommand: DeletePolicyCommand2,
      DeletePolicyVersionCommand: DeletePolicyVersionCommand2,
      DeleteRoleCommand,
      DeleteRolePermissionsBoundaryCommand,
      DeleteRolePolicyCommand: DeleteRolePolicyCommand3,
      DeleteSAMLProviderCommand,
      DeleteServerCertificateCommand,
      DeleteServiceLinkedRoleCommand,
      DeleteServiceSpecificCredentialCommand,
      DeleteSigningCertificateCommand,
      DeleteSSHPublicKeyCommand,
      DeleteUserCommand: DeleteUserCommand2,
      DeleteUserPermissionsBoundaryCommand,
      DeleteUserPolicyCommand: DeleteUserPolicyCommand3,
      DeleteVirtualMFADeviceCommand,
      DetachGroupPolicyCommand: DetachGroupPolicyCommand3,
      DetachRolePolicyCommand: DetachRolePolicyCommand3,
      DetachUserPolicyCommand: DetachUserPolicyCommand3,
      DisableOrganizationsRootCredentialsManagementCommand,
      DisableOrganizationsRootSessionsCommand,
      DisableOutboundWebIdentityFederationCommand,
      EnableMFADeviceCommand,
      EnableOrganizationsRootCredentialsManagementCommand,
      EnableOrganizationsRootSessionsCommand,
      EnableOutboundWebIdentityFederationCommand,
      GenerateCredentialReportCommand: GenerateCredentialReportCommand2,
      GenerateOrganizationsAccessReportCommand,
      GenerateServiceLastAccessedDetailsCommand,
      GetAccessKeyLastUsedCommand: GetAccessKeyLastUsedCommand2,
      GetAccountAuthorizationDetailsCommand: GetAccountAuthorizationDetailsCommand2,
      GetAccountPasswordPolicyCommand,
      GetAccountPropertiesCommand,
      GetAccountSummaryCommand: GetAccountSummaryCommand2,
      GetContextKeysForCustomPolicyCommand,
      GetContextKeysForPrincipalPolicyCommand,
      GetCredentialReportCommand: GetCredentialReportCommand2,
      GetDelegationRequestCommand,
      GetGroupCommand: GetGroupCommand2,
      GetGroupPolicyCommand: GetGroupPolicyCommand2,
      GetHumanReadableSummaryCommand,
      GetInstanceProfileCommand,
      GetLoginProfileCommand: GetLoginProfileCommand2,
      GetMFADeviceCommand,
      GetOpenIDConnectProviderCommand,
      GetOrganizationsAccessReportCommand,
      GetOutboundWebIdentityFederationInfoCommand,
      GetPolicyCommand: GetPolicyCommand2,
      GetPolicyVersionCommand: GetPolicyVersionCommand3,
      GetRoleCommand: GetRoleCommand3,
      GetRolePolicyCommand: GetRolePolicyCommand2,
      GetRoleTemplateVersionCommand,
      GetSAMLProviderCommand,
      GetServerCertificateCommand,
      GetServiceLastAccessedDetailsCommand,
      GetServiceLastAccessedDetailsWithEntitiesCommand,
      GetServiceLinkedRoleDeletionStatusCommand,
      GetSSHPublicKeyCommand,
      GetUserCommand: GetUserCommand2,
      GetUserPolicyCommand: GetUserPolicyCommand2,
      ListAccessKeysCommand: ListAccessKeysCommand2,
      ListAccountAliasesCommand,
      ListAttachedGroupPoliciesCommand: ListAttachedGroupPoliciesCommand2,
      ListAttachedRolePoliciesCommand: ListAttachedRolePoliciesCommand2,
      ListAttachedUserPoliciesCommand: ListAttachedUserPoliciesCommand2,
      ListDelegationRequestsCommand,
      ListEntitiesForPolicyCommand,
      ListGroupPoliciesCommand: ListGroupPoliciesCommand2,
      ListGroupsCommand,
      ListGroupsForUserCommand: ListGroupsForUserCommand2,
      ListInstanceProfilesCommand,
      ListInstanceProfilesForRoleCommand,
      ListInstanceProfileTagsCommand,
      ListMFADevicesCommand: ListMFADevicesCommand2,
      ListMFADeviceTagsCommand,
      ListOpenIDConnectProvidersCommand: ListOpenIDConnectProvidersCommand2,
      ListOpenIDConnectProviderTagsCommand,
      ListOrganizationsFeaturesCommand,
      ListPoliciesCommand: ListPoliciesCommand2,
      ListPoliciesGrantingServiceAccessCommand,
      ListPolicyTagsCommand,
      ListPolicyVersionsCommand: ListPolicyVersionsCommand3,
      ListRolePoliciesCommand: ListRolePoliciesCommand2,
      ListRolesCommand: ListRolesCommand2,
      ListRoleTagsCommand,
      ListSAMLProvidersCommand: ListSAMLProvidersCommand2,
      ListSAMLProviderTagsCommand,
      ListServerCertificatesCommand,
      ListServerCertificateTagsCommand,
      ListServiceSpecificCredentialsCommand,
      ListSigningCertificatesCommand,
      ListSSHPublicKeysCommand,
      ListUserPoliciesCommand: ListUserPoliciesCommand2,
      ListUsersCommand,
      ListUserTagsCommand,
      ListVirtualMFADevicesCommand,
      PutAccountPropertiesCommand,
      PutGroupPolicyCommand: PutGroupPolicyCommand2,
      PutRolePermissionsBoundaryCommand,
      PutRolePolicyCommand: PutRolePolicyCommand3,
      PutUserPermissionsBoundaryCommand,
      PutUserPolicyCommand: PutUserPolicyCommand3,
      RejectDelegationRequestCommand,
      RemoveClientIDFromOpenIDConnectProviderCommand,
      RemoveRoleFromInstanceProfileCommand,
      RemoveUserFromGroupCommand: RemoveUserFromGroupCommand3,
      ResetServiceSpecificCredentialCommand,
      ResyncMFADeviceCommand,
      SendDelegationTokenCommand,
      SetDefaultPolicyVersionCommand,
      SetSecurityTokenServicePreferencesCommand,
      SimulateCustomPolicyCommand,
      SimulatePrincipalPolicyCommand,
      TagInstanceProfileCommand,
      TagMFADeviceCommand,
      TagOpenIDConnectProviderCommand,
      TagPolicyCommand,
      TagRoleCommand,
      TagSAMLProviderCommand,
      TagServerCertificateCommand,
      TagUserCommand,
      UntagInstanceProfileCommand,
      UntagMFADeviceCommand,
      UntagOpenIDConnectProviderCommand,
      UntagPolicyCommand,
      UntagRoleCommand,
      UntagSAMLProviderCommand,
      UntagServerCertificateCommand,
      UntagUserCommand,
      UpdateAccessKeyCommand: UpdateAccessKeyCommand2,
      UpdateAccountPasswordPolicyCommand,
      UpdateAssumeRolePolicyCommand,
      UpdateDelegationRequestCommand,
      UpdateGroupCommand,
      UpdateLoginProfileCommand,
      UpdateOpenIDConnectProviderThumbprintCommand,
      UpdateRoleCommand,
      UpdateRoleDescriptionCommand,
      UpdateSAMLProviderCommand,
      UpdateServerCertificateCommand,
      UpdateServiceSpecificCredentialCommand,
      UpdateSigningCertificateCommand,
      UpdateSSHPublicKeyCommand,
      UpdateUserCommand,
      UploadServerCertificateCommand,
      UploadSigningCertificateCommand,
      UploadSSHPublicKeyCommand
    };
    var paginators = {
      paginateGetAccountAuthorizationDetails,
      paginateGetGroup,
      paginateListAccessKeys,
      paginateListAccountAliases,
      paginateListAttachedGroupPolicies,
      paginateListAttachedRolePolicies,
      paginateListAttachedUserPolicies,
      paginateListEntitiesForPolicy,
      paginateListGroupPolicies,
      paginateListGroups,
      paginateListGroupsForUser,
      paginateListInstanceProfiles,
      paginateListInstanceProfilesForRole,
      paginateListInstanceProfileTags,
      paginateListMFADevices,
      paginateListMFADeviceTags,
      paginateListOpenIDConnectProviderTags,
      paginateListPolicies,
      paginateListPolicyTags,
      paginateListPolicyVersions,
      paginateListRolePolicies,
      paginateListRoles,
      paginateListRoleTags,
      paginateListSAMLProviderTags,
      paginateListServerCertificates,
      paginateListServerCertificateTags,
      paginateListSigningCertificates,
      paginateListSSHPublicKeys,
      paginateListUserPolicies,
      paginateListUsers,
      paginateListUserTags,
      paginateListVirtualMFADevices,
      paginateSimulateCustomPolicy,
      paginateSimulatePrincipalPolicy
    };
    var waiters = {
      waitUntilInstanceProfileExists,
      waitUntilPolicyExists,
      waitUntilRoleExists,
      waitUntilUserExists
    };
    var IAM = class extends IAMClient2 {
    };
    createAggregatedClient(commands, IAM, { paginators, waiters });
    var AccessAdvisorUsageGranularityType = {
      ACTION_LEVEL: "ACTION_LEVEL",
      SERVICE_LEVEL: "SERVICE_LEVEL"
    };
    var StatusType = {
      Active: "Active",
      Expired: "Expired",
      Inactive: "Inactive"
    };
    var PermissionsBoundaryAttachmentType = {
      Policy: "PermissionsBoundaryPolicy"
    };
    var AssertionEncryptionModeType = {
      Allowed: "Allowed",
      Required: "Required"
    };
    var AssignmentStatusType = {
      Any: "Any",
      Assigned: "Assigned",
      Unassigned: "Unassigned"
    };
    var AttachmentType = {
      GROUP: "group",
      ROLE: "role",
      USER: "user"
    };
    var PolicyParameterTypeEnum = {
      STRING: "string",
      STRING_LIST: "stringList"
    };
    var FeatureType = {
      ROOT_CREDENTIALS_MANAGEMENT: "RootCredentialsManagement",
      ROOT_SESSIONS: "RootSessions"
    };
    var ReportStateType = {
      COMPLETE: "COMPLETE",
      INPROGRESS: "INPROGRESS",
      STARTED: "STARTED"
    };
    var EntityType = {
      AWSManagedPolicy: "AWSManagedPolicy",
      Group: "Group",
      LocalManagedPolicy: "LocalManagedPolicy",
      Role: "Role",
      User: "User"
    };
    var SummaryKeyType = {
      AccessKeysPerUserQuota: "AccessKeysPerUserQuota",
      AccountAccessKeysPresent: "AccountAccessKeysPresent",
      AccountMFAEnabled: "AccountMFAEnabled",
      AccountPasswordPresent: "AccountPasswordPresent",
      AccountSigningCertificatesPresent: "AccountSigningCertificatesPresent",
      AssumeRolePolicySizeQuota: "AssumeRolePolicySizeQuota",
      AttachedPoliciesPerGroupQuota: "AttachedPoliciesPerGroupQuota",
      AttachedPoliciesPerRoleQuota: "AttachedPoliciesPerRoleQuota",
      AttachedPoliciesPerUserQuota: "AttachedPoliciesPerUserQuota",
      GlobalEndpointTokenVersion: "GlobalEndpointTokenVersion",
      GroupPolicySizeQuota: "GroupPolicySizeQuota",
      Groups: "Groups",
      GroupsPerUserQuota: "GroupsPerUserQuota",
      GroupsQuota: "GroupsQuota",
      InstanceProfiles: "InstanceProfiles",
      InstanceProfilesQuota: "InstanceProfilesQuota",
      MFADevices: "MFADevices",
      MFADevicesInUse: "MFADevicesInUse",
      Policies: "Policies",
      PoliciesQuota: "PoliciesQuota",
      PolicySizeQuota: "PolicySizeQuota",
      PolicyVersionsInUse: "PolicyVersionsInUse",
      PolicyVersionsInUseQuota: "PolicyVersionsInUseQuota",
      Providers: "Providers",
      RolePolicySizeQuota: "RolePolicySizeQuota",
      Roles: "Roles",
      RolesQuota: "RolesQuota",
      ServerCertificates: "ServerCertificates",
      ServerCertificatesQuota: "ServerCertificatesQuota",
      SigningCertificatesPerUserQuota: "SigningCertificatesPerUserQuota",
      UserPolicySizeQuota: "UserPolicySizeQuota",
      Users: "Users",
      UsersQuota: "UsersQuota",
      VersionsPerPolicyQuota: "VersionsPerPolicyQuota"
    };
    var ReportFormatType = {
      text_csv: "text/csv"
    };
    var StateType = {
      ACCEPTED: "ACCEPTED",
      ASSIGNED: "ASSIGNED",
      EXPIRED: "EXPIRED",
      FINALIZED: "FINALIZED",
      PENDING_APPROVAL: "PENDING_APPROVAL",
      REJECTED: "REJECTED",
      UNASSIGNED: "UNASSIGNED"
    };
    var PermissionCheckResultType = {
      ALLOWED: "ALLOWED",
      DENIED: "DENIED",
      UNSURE: "UNSURE"
    };
    var PermissionCheckStatusType = {
      COMPLETE: "COMPLETE",
      FAILED: "FAILED",
      IN_PROGRESS: "IN_PROGRESS"
    };
    var SummaryStateType = {
      AVAILABLE: "AVAILABLE",
      FAILED: "FAILED",
      NOT_AVAILABLE: "NOT_AVAILABLE",
      NOT_SUPPORTED: "NOT_SUPPORTED"
    };
    var SortKeyType = {
      LAST_AUTHENTICATED_TIME_ASCENDING: "LAST_AUTHENTICATED_TIME_ASCENDING",
      LAST_AUTHENTICATED_TIME_DESCENDING: "LAST_AUTHENTICATED_TIME_DESCENDING",
      SERVICE_NAMESPACE_ASCENDING: "SERVICE_NAMESPACE_ASCENDING",
      SERVICE_NAMESPACE_DESCENDING: "SERVICE_NAMESPACE_DESCENDING"
    };
    var JobStatusType = {
      COMPLETED: "COMPLETED",
      FAILED: "FAILED",
      IN_PROGRESS: "IN_PROGRESS"
    };
    var ManagedByTypeType = {
      Service: "Service"
    };
    var ParameterTypeType = {
      Arn: "Arn",
      ArnList: "ArnList",
      Number: "Number",
      NumberList: "NumberList",
      String: "String",
      StringList: "StringList"
    };
    var PolicyOwnerEntityType = {
      GROUP: "GROUP",
      ROLE: "ROLE",
      USER: "USER"
    };
    var DeletionTaskStatusType = {
      FAILED: "FAILED",
      IN_PROGRESS: "IN_PROGRESS",
      NOT_STARTED: "NOT_STARTED",
      SUCCEEDED: "SUCCEEDED"
    };
    var EncodingType = {
      PEM: "PEM",
      SSH: "SSH"
    };
    var PolicyUsageType = {
      PermissionsBoundary: "PermissionsBoundary",
      PermissionsPolicy: "PermissionsPolicy"
    };
    var PolicyScopeType = {
      AWS: "AWS",
      All: "All",
      Local: "Local"
    };
    var PolicyType = {
      INLINE: "INLINE",
      MANAGED: "MANAGED"
    };
    var GlobalEndpointTokenVersion = {
      v1Token: "v1Token",
      v2Token: "v2Token"
    };
    var ContextKeyTypeEnum = {
      BINARY: "binary",
      BINARY_LIST: "binaryList",
      BOOLEAN: "boolean",
      BOOLEAN_LIST: "booleanList",
      DATE: "date",
      DATE_LIST: "dateList",
      IP: "ip",
      IP_LIST: "ipList",
      NUMERIC: "numeric",
      NUMERIC_LIST: "numericList",
      STRING: "string",
      STRING_LIST: "stringList"
    };
    var PolicyEvaluationDecisionType = {
      ALLOWED: "allowed",
      EXPLICIT_DENY: "explicitDeny",
      IMPLICIT_DENY: "implicitDeny"
    };
    var PolicySourceType = {
      AWS_MANAGED: "aws-managed",
      GROUP: "group",
      NONE: "none",
      RESOURCE: "resource",
      ROLE: "role",
      USER: "user",
      USER_MANAGED: "user-managed"
    };
    var PolicyIdentifierPolicyType = {
      AWS_MANAGED: "aws-managed",
      INLINE: "inline",
      PERMISSION_BOUNDARY: "permission-boundary",
      RCP: "rcp",
      SCP: "scp",
      USER_MANAGED: "user-managed"
    };
    exports.AcceptDelegationRequest$ = AcceptDelegationRequest$;
    exports.AcceptDelegationRequestCommand = AcceptDelegationRequestCommand;
    exports.AcceptDelegationRequestRequest$ = AcceptDelegationRequestRequest$;
    exports.AccessAdvisorUsageGranularityType = AccessAdvisorUsageGranularityType;
    exports.AccessDetail$ = AccessDetail$;
    exports.AccessKey$ = AccessKey$;
    exports.AccessKeyLastUsed$ = AccessKeyLastUsed$;
    exports.AccessKeyMetadata$ = AccessKeyMetadata$;
    exports.AccountNotManagementOrDelegatedAdministratorException = AccountNotManagementOrDelegatedAdministratorException;
    exports.AccountNotManagementOrDelegatedAdministratorException$ = AccountNotManagementOrDelegatedAdministratorException$;
    exports.AcquireRole$ = AcquireRole$;
    exports.AcquireRoleCommand = AcquireRoleCommand;
    exports.AcquireRoleRequest$ = AcquireRoleRequest$;
    exports.AcquireRoleResponse$ = AcquireRoleResponse$;
    exports.AddClientIDToOpenIDConnectProvider$ = AddClientIDToOpenIDConnectProvider$;
    exports.AddClientIDToOpenIDConnectProviderCommand = AddClientIDToOpenIDConnectProviderCommand;
    exports.AddClientIDToOpenIDConnectProviderRequest$ = AddClientIDToOpenIDConnectProviderRequest$;
    exports.AddRoleToInstanceProfile$ = AddRoleToInstanceProfile$;
    exports.AddRoleToInstanceProfileCommand = AddRoleToInstanceProfileCommand;
    exports.AddRoleToInstanceProfileRequest$ = AddRoleToInstanceProfileRequest$;
    exports.AddUserToGroup$ = AddUserToGroup$;
    exports.AddUserToGroupCommand = AddUserToGroupCommand3;
    exports.AddUserToGroupRequest$ = AddUserToGroupRequest$;
    exports.AssertionEncryptionModeType = AssertionEncryptionModeType;
    exports.AssignmentStatusType = AssignmentStatusType;
    exports.AssociateDelegationRequest$ = AssociateDelegationRequest$;
    exports.AssociateDelegationRequestCommand = AssociateDelegationRequestCommand;
    exports.AssociateDelegationRequestRequest$ = AssociateDelegationRequestRequest$;
    exports.AttachGroupPolicy$ = AttachGroupPolicy$;
    exports.AttachGroupPolicyCommand = AttachGroupPolicyCommand2;
    exports.AttachGroupPolicyRequest$ = AttachGroupPolicyRequest$;
    exports.AttachRolePolicy$ = AttachRolePolicy$;
    exports.AttachRolePolicyCommand = AttachRolePolicyCommand3;
    exports.AttachRolePolicyRequest$ = AttachRolePolicyRequest$;
    exports.AttachUserPolicy$ = AttachUserPolicy$;
    exports.AttachUserPolicyCommand = AttachUserPolicyCommand3;
    exports.AttachUserPolicyRequest$ = AttachUserPolicyRequest$;
    exports.AttachedPermissionsBoundary$ = AttachedPermissionsBoundary$;
    exports.AttachedPolicy$ = AttachedPolicy$;
    exports.AttachmentType = AttachmentType;
    exports.CallerIsNotManagementAccountException = CallerIsNotManagementAccountException;
    exports.CallerIsNotManagementAccountException$ = CallerIsNotManagementAccountException$;
    exports.ChangePassword$ = ChangePassword$;
    exports.ChangePasswordCommand = ChangePasswordCommand;
    exports.ChangePasswordRequest$ = ChangePasswordRequest$;
    exports.ConcurrentModificationException = ConcurrentModificationException;
    exports.ConcurrentModificationException$ = ConcurrentModificationException$;
    exports.ContextEntry$ = ContextEntry$;
    exports.ContextKeyTypeEnum = ContextKeyTypeEnum;
    exports.CreateAccessKey$ = CreateAccessKey$;
    exports.CreateAccessKeyCommand = CreateAccessKeyCommand;
    exports.CreateAccessKeyRequest$ = CreateAccessKeyRequest$;
    exports.CreateAccessKeyResponse$ = CreateAccessKeyResponse$;
    exports.CreateAccountAlias$ = CreateAccountAlias$;
    exports.CreateAccountAliasCommand = CreateAccountAliasCommand;
    exports.CreateAccountAliasRequest$ = CreateAccountAliasRequest$;
    exports.CreateDelegationRequest$ = CreateDelegationRequest$;
    exports.CreateDelegationRequestCommand = CreateDelegationRequestCommand;
    exports.CreateDelegationRequestRequest$ = CreateDelegationRequestRequest$;
    exports.CreateDelegationRequestResponse$ = CreateDelegationRequestResponse$;
    exports.CreateGroup$ = CreateGroup$;
    exports.CreateGroupCommand = CreateGroupCommand;
    exports.CreateGroupRequest$ = CreateGroupRequest$;
    exports.CreateGroupResponse$ = CreateGroupResponse$;
    exports.CreateInstanceProfile$ = CreateInstanceProfile$;
    exports.CreateInstanceProfileCommand = CreateInstanceProfileCommand;
    exports.CreateInstanceProfileRequest$ = CreateInstanceProfileRequest$;
    exports.CreateInstanceProfileResponse$ = CreateInstanceProfileResponse$;
    exports.CreateLoginProfile$ = CreateLoginProfile$;
    exports.CreateLoginProfileCommand = CreateLoginProfileCommand;
    exports.CreateLoginProfileRequest$ = CreateLoginProfileRequest$;
    exports.CreateLoginProfileResponse$ = CreateLoginProfileResponse$;
    exports.CreateOpenIDConnectProvider$ = CreateOpenIDConnectProvider$;
    exports.CreateOpenIDConnectProviderCommand = CreateOpenIDConnectProviderCommand;
    exports.CreateOpenIDConnectProviderRequest$ = CreateOpenIDConnectProviderRequest$;
    exports.CreateOpenIDConnectProviderResponse$ = CreateOpenIDConnectProviderResponse$;
    exports.CreatePolicy$ = CreatePolicy$;
    exports.CreatePolicyCommand = CreatePolicyCommand2;
    exports.CreatePolicyRequest$ = CreatePolicyRequest$;
    exports.CreatePolicyResponse$ = CreatePolicyResponse$;
    exports.CreatePolicyVersion$ = CreatePolicyVersion$;
    exports.CreatePolicyVersionCommand = CreatePolicyVersionCommand2;
    exports.CreatePolicyVersionRequest$ = CreatePolicyVersionRequest$;
    exports.CreatePolicyVersionResponse$ = CreatePolicyVersionResponse$;
    exports.CreateRole$ = CreateRole$;
    exports.CreateRoleCommand = CreateRoleCommand;
    exports.CreateRoleRequest$ = CreateRoleRequest$;
    exports.CreateRoleResponse$ = CreateRoleResponse$;
    exports.CreateSAMLProvider$ = CreateSAMLProvider$;
    exports.CreateSAMLProviderCommand = CreateSAMLProviderCommand;
    exports.CreateSAMLProviderRequest$ = CreateSAMLProviderRequest$;
    exports.CreateSAMLProviderResponse$ = CreateSAMLProviderResponse$;
    exports.CreateServiceLinkedRole$ = CreateServiceLinkedRole$;
    exports.CreateServiceLinkedRoleCommand = CreateServiceLinkedRoleCommand;
    exports.CreateServiceLinkedRoleRequest$ = CreateServiceLinkedRoleRequest$;
    exports.CreateServiceLinkedRoleResponse$ = CreateServiceLinkedRoleResponse$;
    exports.CreateServiceSpecificCredential$ = CreateServiceSpecificCredential$;
    exports.CreateServiceSpecificCredentialCommand = CreateServiceSpecificCredentialCommand;
    exports.CreateServiceSpecificCredentialRequest$ = CreateServiceSpecificCredentialRequest$;
    exports.CreateServiceSpecificCredentialResponse$ = CreateServiceSpecificCredentialResponse$;
    exports.CreateUser$ = CreateUser$;
    exports.CreateUserCommand = CreateUserCommand;
    exports.CreateUserRequest$ = CreateUserRequest$;
    exports.CreateUserResponse$ = CreateUserResponse$;
    exports.CreateVirtualMFADevice$ = CreateVirtualMFADevice$;
    exports.CreateVirtualMFADeviceCommand = CreateVirtualMFADeviceCommand;
    exports.CreateVirtualMFADeviceRequest$ = CreateVirtualMFADeviceRequest$;
    exports.CreateVirtualMFADeviceResponse$ = CreateVirtualMFADeviceResponse$;
    exports.CredentialReportExpiredException = CredentialReportExpiredException;
    exports.CredentialReportExpiredException$ = CredentialReportExpiredException$;
    exports.CredentialReportNotPresentException = CredentialReportNotPresentException;
    exports.CredentialReportNotPresentException$ = CredentialReportNotPresentException$;
    exports.CredentialReportNotReadyException = CredentialReportNotReadyException;
    exports.CredentialReportNotReadyException$ = CredentialReportNotReadyException$;
    exports.DeactivateMFADevice$ = DeactivateMFADevice$;
    exports.DeactivateMFADeviceCommand = DeactivateMFADeviceCommand;
    exports.DeactivateMFADeviceRequest$ = DeactivateMFADeviceRequest$;
    exports.DelegationPermission$ = DelegationPermission$;
    exports.DelegationRequest$ = DelegationRequest$;
    exports.DeleteAccessKey$ = DeleteAccessKey$;
    exports.DeleteAccessKeyCommand = DeleteAccessKeyCommand2;
    exports.DeleteAccessKeyRequest$ = DeleteAccessKeyRequest$;
    exports.DeleteAccountAlias$ = DeleteAccountAlias$;
    exports.DeleteAccountAliasCommand = DeleteAccountAliasCommand;
    exports.DeleteAccountAliasRequest$ = DeleteAccountAliasRequest$;
    exports.DeleteAccountPasswordPolicy$ = DeleteAccountPasswordPolicy$;
    exports.DeleteAccountPasswordPolicyCommand = DeleteAccountPasswordPolicyCommand;
    exports.DeleteConflictException = DeleteConflictException;
    exports.DeleteConflictException$ = DeleteConflictException$;
    exports.DeleteGroup$ = DeleteGroup$;
    exports.DeleteGroupCommand = DeleteGroupCommand;
    exports.DeleteGroupPolicy$ = DeleteGroupPolicy$;
    exports.DeleteGroupPolicyCommand = DeleteGroupPolicyCommand2;
    exports.DeleteGroupPolicyRequest$ = DeleteGroupPolicyRequest$;
    exports.DeleteGroupRequest$ = DeleteGroupRequest$;
    exports.DeleteInstanceProfile$ = DeleteInstanceProfile$;
    exports.DeleteInstanceProfileCommand = DeleteInstanceProfileCommand;
    exports.DeleteInstanceProfileRequest$ = DeleteInstanceProfileRequest$;
    exports.DeleteLoginProfile$ = DeleteLoginProfile$;
    exports.DeleteLoginProfileCommand = DeleteLoginProfileCommand2;
    exports.DeleteLoginProfileRequest$ = DeleteLoginProfileRequest$;
    exports.DeleteOpenIDConnectProvider$ = DeleteOpenIDConnectProvider$;
    exports.DeleteOpenIDConnectProviderCommand = DeleteOpenIDConnectProviderCommand;
    exports.DeleteOpenIDConnectProviderRequest$ = DeleteOpenIDConnectProviderRequest$;
    exports.DeletePolicy$ = DeletePolicy$;
    exports.DeletePolicyCommand = DeletePolicyCommand2;
    exports.DeletePolicyRequest$ = DeletePolicyRequest$;
    exports.DeletePolicyVersion$ = DeletePolicyVersion$;
    exports.DeletePolicyVersionCommand = DeletePolicyVersionCommand2;
    exports.DeletePolicyVersionRequest$ = DeletePolicyVersionRequest$;
    exports.DeleteRole$ = DeleteRole$;
    exports.DeleteRoleCommand = DeleteRoleCommand;
    exports.DeleteRolePermissionsBoundary$ = DeleteRolePermissionsBoundary$;
    exports.DeleteRolePermissionsBoundaryCommand = DeleteRolePermissionsBoundaryCommand;
    exports.DeleteRolePermissionsBoundaryRequest$ = DeleteRolePermissionsBoundaryRequest$;
    exports.DeleteRolePolicy$ = DeleteRolePolicy$;
    exports.DeleteRolePolicyCommand = DeleteRolePolicyCommand3;
    exports.DeleteRolePolicyRequest$ = DeleteRolePolicyRequest$;
    exports.DeleteRoleRequest$ = DeleteRoleRequest$;
    exports.DeleteSAMLProvider$ = DeleteSAMLProvider$;
    exports.DeleteSAMLProviderCommand = DeleteSAMLProviderCommand;
    exports.DeleteSAMLProviderRequest$ = DeleteSAMLProviderRequest$;
    exports.DeleteSSHPublicKey$ = DeleteSSHPublicKey$;
    exports.DeleteSSHPublicKeyCommand = DeleteSSHPublicKeyCommand;
    exports.DeleteSSHPublicKeyRequest$ = DeleteSSHPublicKeyRequest$;
    exports.DeleteServerCertificate$ = DeleteServerCertificate$;
    exports.DeleteServerCertificateCommand = DeleteServerCertificateCommand;
    exports.DeleteServerCertificateRequest$ = DeleteServerCertificateRequest$;
    exports.DeleteServiceLinkedRole$ = DeleteServiceLinkedRole$;
    exports.DeleteServiceLinkedRoleCommand = DeleteServiceLinkedRoleCommand;
    exports.DeleteServiceLinkedRoleRequest$ = DeleteServiceLinkedRoleRequest$;
    exports.DeleteServiceLinkedRoleResponse$ = DeleteServiceLinkedRoleResponse$;
    exports.DeleteServiceSpecificCredential$ = DeleteServiceSpecificCredential$;
    exports.DeleteServiceSpecificCredentialCommand = DeleteServiceSpecificCredentialCommand;
    exports.DeleteServiceSpecificCredentialRequest$ = DeleteServiceSpecificCredentialRequest$;
    exports.DeleteSigningCertificate$ = DeleteSigningCertificate$;
    exports.DeleteSigningCertificateCommand = DeleteSigningCertificateCommand;
    exports.DeleteSigningCertificateRequest$ = DeleteSigningCertificateRequest$;
    exports.DeleteUser$ = DeleteUser$;
    exports.DeleteUserCommand = DeleteUserCommand2;
    exports.DeleteUserPermissionsBoundary$ = DeleteUserPermissionsBoundary$;
    exports.DeleteUserPermissionsBoundaryCommand = DeleteUserPermissionsBoundaryCommand;
    exports.DeleteUserPermissionsBoundaryRequest$ = DeleteUserPermissionsBoundaryRequest$;
    exports.DeleteUserPolicy$ = DeleteUserPolicy$;
    exports.DeleteUserPolicyCommand = DeleteUserPolicyCommand3;
    exports.DeleteUserPolicyRequest$ = DeleteUserPolicyRequest$;
    exports.DeleteUserRequest$ = DeleteUserRequest$;
    exports.DeleteVirtualMFADevice$ = DeleteVirtualMFADevice$;
    exports.DeleteVirtualMFADeviceCommand = DeleteVirtualMFADeviceCommand;
    exports.DeleteVirtualMFADeviceRequest$ = DeleteVirtualMFADeviceRequest$;
    exports.DeletionTaskFailureReasonType$ = DeletionTaskFailureReasonType$;
    exports.DeletionTaskStatusType = DeletionTaskStatusType;
    exports.DetachGroupPolicy$ = DetachGroupPolicy$;
    exports.DetachGroupPolicyCommand = DetachGroupPolicyCommand3;
    exports.DetachGroupPolicyRequest$ = DetachGroupPolicyRequest$;
    exports.DetachRolePolicy$ = DetachRolePolicy$;
    exports.DetachRolePolicyCommand = DetachRolePolicyCommand3;
    exports.DetachRolePolicyRequest$ = DetachRolePolicyRequest$;
    exports.DetachUserPolicy$ = DetachUserPolicy$;
    exports.DetachUserPolicyCommand = DetachUserPolicyCommand3;
    exports.DetachUserPolicyRequest$ = DetachUserPolicyRequest$;
    exports.DisableOrganizationsRootCredentialsManagement$ = DisableOrganizationsRootCredentialsManagement$;
    exports.DisableOrganizationsRootCredentialsManagementCommand = DisableOrganizationsRootCredentialsManagementCommand;
    exports.DisableOrganizationsRootCredentialsManagementRequest$ = DisableOrganizationsRootCredentialsManagementRequest$;
    exports.DisableOrganizationsRootCredentialsManagementResponse$ = DisableOrganizationsRootCredentialsManagementResponse$;
    exports.DisableOrganizationsRootSessions$ = DisableOrganizationsRootSessions$;
    exports.DisableOrganizationsRootSessionsCommand = DisableOrganizationsRootSessionsCommand;
    exports.DisableOrganizationsRootSessionsRequest$ = DisableOrganizationsRootSessionsRequest$;
    exports.DisableOrganizationsRootSessionsResponse$ = DisableOrganizationsRootSessionsResponse$;
    exports.DisableOutboundWebIdentityFederation$ = DisableOutboundWebIdentityFederation$;
    exports.DisableOutboundWebIdentityFederationCommand = DisableOutboundWebIdentityFederationCommand;
    exports.DuplicateCertificateException = DuplicateCertificateException;
    exports.DuplicateCertificateException$ = DuplicateCertificateException$;
    exports.DuplicateSSHPublicKeyException = DuplicateSSHPublicKeyException;
    exports.DuplicateSSHPublicKeyException$ = DuplicateSSHPublicKeyException$;
    exports.EnableMFADevice$ = EnableMFADevice$;
    exports.EnableMFADeviceCommand = EnableMFADeviceCommand;
    exports.EnableMFADeviceRequest$ = EnableMFADeviceRequest$;
    exports.EnableOrganizationsRootCredentialsManagement$ = EnableOrganizationsRootCredentialsManagement$;
    exports.EnableOrganizationsRootCredentialsManagementCommand = EnableOrganizationsRootCredentialsManagementCommand;
    exports.EnableOrganizationsRootCredentialsManagementRequest$ = EnableOrganizationsRootCredentialsManagementRequest$;
    exports.EnableOrganizationsRootCredentialsManagementResponse$ = EnableOrganizationsRootCredentialsManagementResponse$;
    exports.EnableOrganizationsRootSessions$ = EnableOrganizationsRootSessions$;
    exports.EnableOrganizationsRootSessionsCommand = EnableOrganizationsRootSessionsCommand;
    exports.EnableOrganizationsRootSessionsRequest$ = EnableOrganizationsRootSessionsRequest$;
    exports.EnableOrganizationsRootSessionsResponse$ = EnableOrganizationsRootSessionsResponse$;
    exports.EnableOutboundWebIdentityFederation$ = EnableOutboundWebIdentityFederation$;
    exports.EnableOutboundWebIdentityFederationCommand = EnableOutboundWebIdentityFederationCommand;
    exports.EnableOutboundWebIdentityFederationResponse$ = EnableOutboundWebIdentityFederationResponse$;
    exports.EncodingType = EncodingType;
    exports.EntityAlreadyExistsException = EntityAlreadyExistsException;
    exports.EntityAlreadyExistsException$ = EntityAlreadyExistsException$;
    exports.EntityDetails$ = EntityDetails$;
    exports.EntityInfo$ = EntityInfo$;
    exports.EntityTemporarilyUnmodifiableException = EntityTemporarilyUnmodifiableException;
    exports.EntityTemporarilyUnmodifiableException$ = EntityTemporarilyUnmodifiableException$;
    exports.EntityType = EntityType;
    exports.ErrorDetails$ = ErrorDetails$;
    exports.EvaluationResult$ = EvaluationResult$;
    exports.FeatureDisabledException = FeatureDisabledException;
    exports.FeatureDisabledException$ = FeatureDisabledException$;
    exports.FeatureEnabledException = FeatureEnabledException;
    exports.FeatureEnabledException$ = FeatureEnabledException$;
    exports.FeatureType = FeatureType;
    exports.GenerateCredentialReport$ = GenerateCredentialReport$;
    exports.GenerateCredentialReportCommand = GenerateCredentialReportCommand2;
    exports.GenerateCredentialReportResponse$ = GenerateCredentialReportResponse$;
    exports.GenerateOrganizationsAccessReport$ = GenerateOrganizationsAccessReport$;
    exports.GenerateOrganizationsAccessReportCommand = GenerateOrganizationsAccessReportCommand;
    exports.GenerateOrganizationsAccessReportRequest$ = GenerateOrganizationsAccessReportRequest$;
    exports.GenerateOrganizationsAccessReportResponse$ = GenerateOrganizationsAccessReportResponse$;
    exports.GenerateServiceLastAccessedDetails$ = GenerateServiceLastAccessedDetails$;
    exports.GenerateServiceLastAccessedDetailsCommand = GenerateServiceLastAccessedDetailsCommand;
    exports.GenerateServiceLastAccessedDetailsRequest$ = GenerateServiceLastAccessedDetailsRequest$;
    exports.GenerateServiceLastAccessedDetailsResponse$ = GenerateServiceLastAccessedDetailsResponse$;
    exports.GetAccessKeyLastUsed$ = GetAccessKeyLastUsed$;
    exports.GetAccessKeyLastUsedCommand = GetAccessKeyLastUsedCommand2;
    exports.GetAccessKeyLastUsedRequest$ = GetAccessKeyLastUsedRequest$;
    exports.GetAccessKeyLastUsedResponse$ = GetAccessKeyLastUsedResponse$;
    exports.GetAccountAuthorizationDetails$ = GetAccountAuthorizationDetails$;
    exports.GetAccountAuthorizationDetailsCommand = GetAccountAuthorizationDetailsCommand2;
    exports.GetAccountAuthorizationDetailsRequest$ = GetAccountAuthorizationDetailsRequest$;
    exports.GetAccountAuthorizationDetailsResponse$ = GetAccountAuthorizationDetailsResponse$;
    exports.GetAccountPasswordPolicy$ = GetAccountPasswordPolicy$;
    exports.GetAccountPasswordPolicyCommand = GetAccountPasswordPolicyCommand;
    exports.GetAccountPasswordPolicyResponse$ = GetAccountPasswordPolicyResponse$;
    exports.GetAccountProperties$ = GetAccountProperties$;
    exports.GetAccountPropertiesCommand = GetAccountPropertiesCommand;
    exports.GetAccountPropertiesRequest$ = GetAccountPropertiesRequest$;
    exports.GetAccountPropertiesResponse$ = GetAccountPropertiesResponse$;
    exports.GetAccountSummary$ = GetAccountSummary$;
    exports.GetAccountSummaryCommand = GetAccountSummaryCommand2;
    exports.GetAccountSummaryResponse$ = GetAccountSummaryResponse$;
    exports.GetContextKeysForCustomPolicy$ = GetContextKeysForCustomPolicy$;
    exports.GetContextKeysForCustomPolicyCommand = GetContextKeysForCustomPolicyCommand;
    exports.GetContextKeysForCustomPolicyRequest$ = GetContextKeysForCustomPolicyRequest$;
    exports.GetContextKeysForPolicyResponse$ = GetContextKeysForPolicyResponse$;
    exports.GetContextKeysForPrincipalPolicy$ = GetContextKeysForPrincipalPolicy$;
    exports.GetContextKeysForPrincipalPolicyCommand = GetContextKeysForPrincipalPolicyCommand;
    exports.GetContextKeysForPrincipalPolicyRequest$ = GetContextKeysForPrincipalPolicyRequest$;
    exports.GetCredentialReport$ = GetCredentialReport$;
    exports.GetCredentialReportCommand = GetCredentialReportCommand2;
    exports.GetCredentialReportResponse$ = GetCredentialReportResponse$;
    exports.GetDelegationRequest$ = GetDelegationRequest$;
    exports.GetDelegationRequestCommand = GetDelegationRequestCommand;
    exports.GetDelegationRequestRequest$ = GetDelegationRequestRequest$;
    exports.GetDelegationRequestResponse$ = GetDelegationRequestResponse$;
    exports.GetGroup$ = GetGroup$;
    exports.GetGroupCommand = GetGroupCommand2;
    exports.GetGroupPolicy$ = GetGroupPolicy$;
    exports.GetGroupPolicyCommand = GetGroupPolicyCommand2;
    exports.GetGroupPolicyRequest$ = GetGroupPolicyRequest$;
    exports.GetGroupPolicyResponse$ = GetGroupPolicyResponse$;
    exports.GetGroupRequest$ = GetGroupRequest$;
    exports.GetGroupResponse$ = GetGroupResponse$;
    exports.GetHumanReadableSummary$ = GetHumanReadableSummary$;
    exports.GetHumanReadableSummaryCommand = GetHumanReadableSummaryCommand;
    exports.GetHumanReadableSummaryRequest$ = GetHumanReadableSummaryRequest$;
    exports.GetHumanReadableSummaryResponse$ = GetHumanReadableSummaryResponse$;
    exports.GetInstanceProfile$ = GetInstanceProfile$;
    exports.GetInstanceProfileCommand = GetInstanceProfileCommand;
    exports.GetInstanceProfileRequest$ = GetInstanceProfileRequest$;
    exports.GetInstanceProfileResponse$ = GetInstanceProfileResponse$;
    exports.GetLoginProfile$ = GetLoginProfile$;
    exports.GetLoginProfileCommand = GetLoginProfileCommand2;
    exports.GetLoginProfileRequest$ = GetLoginProfileRequest$;
    exports.GetLoginProfileResponse$ = GetLoginProfileResponse$;
    exports.GetMFADevice$ = GetMFADevice$;
    exports.GetMFADeviceCommand = GetMFADeviceCommand;
    exports.GetMFADeviceRequest$ = GetMFADeviceRequest$;
    exports.GetMFADeviceResponse$ = GetMFADeviceResponse$;
    exports.GetOpenIDConnectProvider$ = GetOpenIDConnectProvider$;
    exports.GetOpenIDConnectProviderCommand = GetOpenIDConnectProviderCommand;
    exports.GetOpenIDConnectProviderRequest$ = GetOpenIDConnectProviderRequest$;
    exports.GetOpenIDConnectProviderResponse$ = GetOpenIDConnectProviderResponse$;
    exports.GetOrganizationsAccessReport$ = GetOrganizationsAccessReport$;
    exports.GetOrganizationsAccessReportCommand = GetOrganizationsAccessReportCommand;
    exports.GetOrganizationsAccessReportRequest$ = GetOrganizationsAccessReportRequest$;
    exports.GetOrganizationsAccessReportResponse$ = GetOrganizationsAccessReportResponse$;
    exports.GetOutboundWebIdentityFederationInfo$ = GetOutboundWebIdentityFederationInfo$;
    exports.GetOutboundWebIdentityFederationInfoCommand = GetOutboundWebIdentityFederationInfoCommand;
    exports.GetOutboundWebIdentityFederationInfoResponse$ = GetOutboundWebIdentityFederationInfoResponse$;
    exports.GetPolicy$ = GetPolicy$;
    exports.GetPolicyCommand = GetPolicyCommand2;
    exports.GetPolicyRequest$ = GetPolicyRequest$;
    exports.GetPolicyResponse$ = GetPolicyResponse$;
    exports.GetPolicyVersion$ = GetPolicyVersion$;
    exports.GetPolicyVersionCommand = GetPolicyVersionCommand3;
    exports.GetPolicyVersionRequest$ = GetPolicyVersionRequest$;
    exports.GetPolicyVersionResponse$ = GetPolicyVersionResponse$;
    exports.GetRole$ = GetRole$;
    exports.GetRoleCommand = GetRoleCommand3;
    exports.GetRolePolicy$ = GetRolePolicy$;
    exports.GetRolePolicyCommand = GetRolePolicyCommand2;
    exports.GetRolePolicyRequest$ = GetRolePolicyRequest$;
    exports.GetRolePolicyResponse$ = GetRolePolicyResponse$;
    exports.GetRoleRequest$ = GetRoleRequest$;
    exports.GetRoleResponse$ = GetRoleResponse$;
    exports.GetRoleTemplateVersion$ = GetRoleTemplateVersion$;
    exports.GetRoleTemplateVersionCommand = GetRoleTemplateVersionCommand;
    exports.GetRoleTemplateVersionRequest$ = GetRoleTemplateVersionRequest$;
    exports.GetRoleTemplateVersionResponse$ = GetRoleTemplateVersionResponse$;
    exports.GetSAMLProvider$ = GetSAMLProvider$;
    exports.GetSAMLProviderCommand = GetSAMLProviderCommand;
    exports.GetSAMLProviderRequest$ = GetSAMLProviderRequest$;
    exports.GetSAMLProviderResponse$ = GetSAMLProviderResponse$;
    exports.GetSSHPublicKey$ = GetSSHPublicKey$;
    exports.GetSSHPublicKeyCommand = GetSSHPublicKeyCommand;
    exports.GetSSHPublicKeyRequest$ = GetSSHPublicKeyRequest$;
    exports.GetSSHPublicKeyResponse$ = GetSSHPublicKeyResponse$;
    exports.GetServerCertificate$ = GetServerCertificate$;
    exports.GetServerCertificateCommand = GetServerCertificateCommand;
    exports.GetServerCertificateRequest$ = GetServerCertificateRequest$;
    exports.GetServerCertificateResponse$ = GetServerCertificateResponse$;
    exports.GetServiceLastAccessedDetails$ = GetServiceLastAccessedDetails$;
    exports.GetServiceLastAccessedDetailsCommand = GetServiceLastAccessedDetailsCommand;
    exports.GetServiceLastAccessedDetailsRequest$ = GetServiceLastAccessedDetailsRequest$;
    exports.GetServiceLastAccessedDetailsResponse$ = GetServiceLastAccessedDetailsResponse$;
    exports.GetServiceLastAccessedDetailsWithEntities$ = GetServiceLastAccessedDetailsWithEntities$;
    exports.GetServiceLastAccessedDetailsWithEntitiesCommand = GetServiceLastAccessedDetailsWithEntitiesCommand;
    exports.GetServiceLastAccessedDetailsWithEntitiesRequest$ = GetServiceLastAccessedDetailsWithEntitiesRequest$;
    exports.GetServiceLastAccessedDetailsWithEntitiesResponse$ = GetServiceLastAccessedDetailsWithEntitiesResponse$;
    exports.GetServiceLinkedRoleDeletionStatus$ = GetServiceLinkedRoleDeletionStatus$;
    exports.GetServiceLinkedRoleDeletionStatusCommand = GetServiceLinkedRoleDeletionStatusCommand;
    exports.GetServiceLinkedRoleDeletionStatusRequest$ = GetServiceLinkedRoleDeletionStatusRequest$;
    exports.GetServiceLinkedRoleDeletionStatusResponse$ = GetServiceLinkedRoleDeletionStatusResponse$;
    exports.GetUser$ = GetUser$;
    exports.GetUserCommand = GetUserCommand2;
    exports.GetUserPolicy$ = GetUserPolicy$;
    exports.GetUserPolicyCommand = GetUserPolicyCommand2;
    exports.GetUserPolicyRequest$ = GetUserPolicyRequest$;
    exports.GetUserPolicyResponse$ = GetUserPolicyResponse$;
    exports.GetUserRequest$ = GetUserRequest$;
    exports.GetUserResponse$ = GetUserResponse$;
    exports.GlobalEndpointTokenVersion = GlobalEndpointTokenVersion;
    exports.Group$ = Group$;
    exports.GroupDetail$ = GroupDetail$;
    exports.IAM = IAM;
    exports.IAMClient = IAMClient2;
    exports.IAMServiceException = IAMServiceException;
    exports.IAMServiceException$ = IAMServiceException$;
    exports.InlinePolicy$ = InlinePolicy$;
    exports.InlinePolicyIdentifierType$ = InlinePolicyIdentifierType$;
    exports.InstanceProfile$ = InstanceProfile$;
    exports.InvalidAuthenticationCodeException = InvalidAuthenticationCodeException;
    exports.InvalidAuthenticationCodeException$ = InvalidAuthenticationCodeException$;
    exports.InvalidCertificateException = InvalidCertificateException;
    exports.InvalidCertificateException$ = InvalidCertificateException$;
    exports.InvalidInputException = InvalidInputException;
    exports.InvalidInputException$ = InvalidInputException$;
    exports.InvalidPublicKeyException = InvalidPublicKeyException;
    exports.InvalidPublicKeyException$ = InvalidPublicKeyException$;
    exports.InvalidUserTypeException = InvalidUserTypeException;
    exports.InvalidUserTypeException$ = InvalidUserTypeException$;
    exports.JobStatusType = JobStatusType;
    exports.KeyPairMismatchException = KeyPairMismatchException;
    exports.KeyPairMismatchException$ = KeyPairMismatchException$;
    exports.LimitExceededException = LimitExceededException;
    exports.LimitExceededException$ = LimitExceededException$;
    exports.ListAccessKeys$ = ListAccessKeys$;
    exports.ListAccessKeysCommand = ListAccessKeysCommand2;
    exports.ListAccessKeysRequest$ = ListAccessKeysRequest$;
    exports.ListAccessKeysResponse$ = ListAccessKeysResponse$;
    exports.ListAccountAliases$ = ListAccountAliases$;
    exports.ListAccountAliasesCommand = ListAccountAliasesCommand;
    exports.ListAccountAliasesRequest$ = ListAccountAliasesRequest$;
    exports.ListAccountAliasesResponse$ = ListAccountAliasesResponse$;
    exports.ListAttachedGroupPolicies$ = ListAttachedGroupPolicies$;
    exports.ListAttachedGroupPoliciesCommand = ListAttachedGroupPoliciesCommand2;
    exports.ListAttachedGroupPoliciesRequest$ = ListAttachedGroupPoliciesRequest$;
    exports.ListAttachedGroupPoliciesResponse$ = ListAttachedGroupPoliciesResponse$;
    exports.ListAttachedRolePolicies$ = ListAttachedRolePolicies$;
    exports.ListAttachedRolePoliciesCommand = ListAttachedRolePoliciesCommand2;
    exports.ListAttachedRolePoliciesRequest$ = ListAttachedRolePoliciesRequest$;
    exports.ListAttachedRolePoliciesResponse$ = ListAttachedRolePoliciesResponse$;
    exports.ListAttachedUserPolicies$ = ListAttachedUserPolicies$;
    exports.ListAttachedUserPoliciesCommand = ListAttachedUserPoliciesCommand2;
    exports.ListAttachedUserPoliciesRequest$ = ListAttachedUserPoliciesRequest$;
    exports.ListAttachedUserPoliciesResponse$ = ListAttachedUserPoliciesResponse$;
    exports.ListDelegationRequests$ = ListDelegationRequests$;
    exports.ListDelegationRequestsCommand = ListDelegationRequestsCommand;
    exports.ListDelegationRequestsRequest$ = ListDelegationRequestsRequest$;
    exports.ListDelegationRequestsResponse$ = ListDelegationRequestsResponse$;
    exports.ListEntitiesForPolicy$ = ListEntitiesForPolicy$;
    exports.ListEntitiesForPolicyCommand = ListEntitiesForPolicyCommand;
    exports.ListEntitiesForPolicyRequest$ = ListEntitiesForPolicyRequest$;
    exports.ListEntitiesForPolicyResponse$ = ListEntitiesForPolicyResponse$;
    exports.ListGroupPolicies$ = ListGroupPolicies$;
    exports.ListGroupPoliciesCommand = ListGroupPoliciesCommand2;
    exports.ListGroupPoliciesRequest$ = ListGroupPoliciesRequest$;
    exports.ListGroupPoliciesResponse$ = ListGroupPoliciesResponse$;
    exports.ListGroups$ = ListGroups$;
    exports.ListGroupsCommand = ListGroupsCommand;
    exports.ListGroupsForUser$ = ListGroupsForUser$;
    exports.ListGroupsForUserCommand = ListGroupsForUserCommand2;
    exports.ListGroupsForUserRequest$ = ListGroupsForUserRequest$;
    exports.ListGroupsForUserResponse$ = ListGroupsForUserResponse$;
    exports.ListGroupsRequest$ = ListGroupsRequest$;
    exports.ListGroupsResponse$ = ListGroupsResponse$;
    exports.ListInstanceProfileTags$ = ListInstanceProfileTags$;
    exports.ListInstanceProfileTagsCommand = ListInstanceProfileTagsCommand;
    exports.ListInstanceProfileTagsRequest$ = ListInstanceProfileTagsRequest$;
    exports.ListInstanceProfileTagsResponse$ = ListInstanceProfileTagsResponse$;
    exports.ListInstanceProfiles$ = ListInstanceProfiles$;
    exports.ListInstanceProfilesCommand = ListInstanceProfilesCommand;
    exports.ListInstanceProfilesForRole$ = ListInstanceProfilesForRole$;
    exports.ListInstanceProfilesForRoleCommand = ListInstanceProfilesForRoleCommand;
    exports.ListInstanceProfilesForRoleRequest$ = ListInstanceProfilesForRoleRequest$;
    exports.ListInstanceProfilesForRoleResponse$ = ListInstanceProfilesForRoleResponse$;
    exports.ListInstanceProfilesRequest$ = ListInstanceProfilesRequest$;
    exports.ListInstanceProfilesResponse$ = ListInstanceProfilesResponse$;
    exports.ListMFADeviceTags$ = ListMFADeviceTags$;
    exports.ListMFADeviceTagsCommand = ListMFADeviceTagsCommand;
    exports.ListMFADeviceTagsRequest$ = ListMFADeviceTagsRequest$;
    exports.ListMFADeviceTagsResponse$ = ListMFADeviceTagsResponse$;
    exports.ListMFADevices$ = ListMFADevices$;
    exports.ListMFADevicesCommand = ListMFADevicesCommand2;
    exports.ListMFADevicesRequest$ = ListMFADevicesRequest$;
    exports.ListMFADevicesResponse$ = ListMFADevicesResponse$;
    exports.ListOpenIDConnectProviderTags$ = ListOpenIDConnectProviderTags$;
    exports.ListOpenIDConnectProviderTagsCommand = ListOpenIDConnectProviderTagsCommand;
    exports.ListOpenIDConnectProviderTagsRequest$ = ListOpenIDConnectProviderTagsRequest$;
    exports.ListOpenIDConnectProviderTagsResponse$ = ListOpenIDConnectProviderTagsResponse$;
    exports.ListOpenIDConnectProviders$ = ListOpenIDConnectProviders$;
    exports.ListOpenIDConnectProvidersCommand = ListOpenIDConnectProvidersCommand2;
    exports.ListOpenIDConnectProvidersRequest$ = ListOpenIDConnectProvidersRequest$;
    exports.ListOpenIDConnectProvidersResponse$ = ListOpenIDConnectProvidersResponse$;
    exports.ListOrganizationsFeatures$ = ListOrganizationsFeatures$;
    exports.ListOrganizationsFeaturesCommand = ListOrganizationsFeaturesCommand;
    exports.ListOrganizationsFeaturesRequest$ = ListOrganizationsFeaturesRequest$;
    exports.ListOrganizationsFeaturesResponse$ = ListOrganizationsFeaturesResponse$;
    exports.ListPolicies$ = ListPolicies$;
    exports.ListPoliciesCommand = ListPoliciesCommand2;
    exports.ListPoliciesGrantingServiceAccess$ = ListPoliciesGrantingServiceAccess$;
    exports.ListPoliciesGrantingServiceAccessCommand = ListPoliciesGrantingServiceAccessCommand;
    exports.ListPoliciesGrantingServiceAccessEntry$ = ListPoliciesGrantingServiceAccessEntry$;
    exports.ListPoliciesGrantingServiceAccessRequest$ = ListPoliciesGrantingServiceAccessRequest$;
    exports.ListPoliciesGrantingServiceAccessResponse$ = ListPoliciesGrantingServiceAccessResponse$;
    exports.ListPoliciesRequest$ = ListPoliciesRequest$;
    exports.ListPoliciesResponse$ = ListPoliciesResponse$;
    exports.ListPolicyTags$ = ListPolicyTags$;
    exports.ListPolicyTagsCommand = ListPolicyTagsCommand;
    exports.ListPolicyTagsRequest$ = ListPolicyTagsRequest$;
    exports.ListPolicyTagsResponse$ = ListPolicyTagsResponse$;
    exports.ListPolicyVersions$ = ListPolicyVersions$;
    exports.ListPolicyVersionsCommand = ListPolicyVersionsCommand3;
    exports.ListPolicyVersionsRequest$ = ListPolicyVersionsRequest$;
    exports.ListPolicyVersionsResponse$ = ListPolicyVersionsResponse$;
    exports.ListRolePolicies$ = ListRolePolicies$;
    exports.ListRolePoliciesCommand = ListRolePoliciesCommand2;
    exports.ListRolePoliciesRequest$ = ListRolePoliciesRequest$;
    exports.ListRolePoliciesResponse$ = ListRolePoliciesResponse$;
    exports.ListRoleTags$ = ListRoleTags$;
    exports.ListRoleTagsCommand = ListRoleTagsCommand;
    exports.ListRoleTagsRequest$ = ListRoleTagsRequest$;
    exports.ListRoleTagsResponse$ = ListRoleTagsResponse$;
    exports.ListRoles$ = ListRoles$;
    exports.ListRolesCommand = ListRolesCommand2;
    exports.ListRolesRequest$ = ListRolesRequest$;
    exports.ListRolesResponse$ = ListRolesResponse$;
    exports.ListSAMLProviderTags$ = ListSAMLProviderTags$;
    exports.ListSAMLProviderTagsCommand = ListSAMLProviderTagsCommand;
    exports.ListSAMLProviderTagsRequest$ = ListSAMLProviderTagsRequest$;
    exports.ListSAMLProviderTagsResponse$ = ListSAMLProviderTagsResponse$;
    exports.ListSAMLProviders$ = ListSAMLProviders$;
    exports.ListSAMLProvidersCommand = ListSAMLProvidersCommand2;
    exports.ListSAMLProvidersRequest$ = ListSAMLProvidersRequest$;
    exports.ListSAMLProvidersResponse$ = ListSAMLProvidersResponse$;
    exports.ListSSHPublicKeys$ = ListSSHPublicKeys$;
    exports.ListSSHPublicKeysCommand = ListSSHPublicKeysCommand;
    exports.ListSSHPublicKeysRequest$ = ListSSHPublicKeysRequest$;
    exports.ListSSHPublicKeysResponse$ = ListSSHPublicKeysResponse$;
    exports.ListServerCertificateTags$ = ListServerCertificateTags$;
    exports.ListServerCertificateTagsCommand = ListServerCertificateTagsCommand;
    exports.ListServerCertificateTagsRequest$ = ListServerCertificateTagsRequest$;
    exports.ListServerCertificateTagsResponse$ = ListServerCertificateTagsResponse$;
    exports.ListServerCertificates$ = ListServerCertificates$;
    exports.ListServerCertificatesCommand = ListServerCertificatesCommand;
    exports.ListServerCertificatesRequest$ = ListServerCertificatesRequest$;
    exports.ListServerCertificatesResponse$ = ListServerCertificatesResponse$;
    exports.ListServiceSpecificCredentials$ = ListServiceSpecificCredentials$;
    exports.ListServiceSpecificCredentialsCommand = ListServiceSpecificCredentialsCommand;
    exports.ListServiceSpecificCredentialsRequest$ = ListServiceSpecificCredentialsRequest$;
    exports.ListServiceSpecificCredentialsResponse$ = ListServiceSpecificCredentialsResponse$;
    exports.ListSigningCertificates$ = ListSigningCertificates$;
    exports.ListSigningCertificatesCommand = ListSigningCertificatesCommand;
    exports.ListSigningCertificatesRequest$ = ListSigningCertificatesRequest$;
    exports.ListSigningCertificatesResponse$ = ListSigningCertificatesResponse$;
    exports.ListUserPolicies$ = ListUserPolicies$;
    exports.ListUserPoliciesCommand = ListUserPoliciesCommand2;
    exports.ListUserPoliciesRequest$ = ListUserPoliciesRequest$;
    exports.ListUserPoliciesResponse$ = ListUserPoliciesResponse$;
    exports.ListUserTags$ = ListUserTags$;
    exports.ListUserTagsCommand = ListUserTagsCommand;
    exports.ListUserTagsRequest$ = ListUserTagsRequest$;
    exports.ListUserTagsResponse$ = ListUserTagsResponse$;
    exports.ListUsers$ = ListUsers$;
    exports.ListUsersCommand = ListUsersCommand;
    exports.ListUsersRequest$ = ListUsersRequest$;
    exports.ListUsersResponse$ = ListUsersResponse$;
    exports.ListVirtualMFADevices$ = ListVirtualMFADevices$;
    exports.ListVirtualMFADevicesCommand = ListVirtualMFADevicesCommand;
    exports.ListVirtualMFADevicesRequest$ = ListVirtualMFADevicesRequest$;
    exports.ListVirtualMFADevicesResponse$ = ListVirtualMFADevicesResponse$;
    exports.LoginProfile$ = LoginProfile$;
    exports.MFADevice$ = MFADevice$;
    exports.MalformedCertificateException = MalformedCertificateException;
    exports.MalformedCertificateException$ = MalformedCertificateException$;
    exports.MalformedPolicyDocumentException = MalformedPolicyDocumentException;
    exports.MalformedPolicyDocumentException$ = MalformedPolicyDocumentException$;
    exports.ManagedByTypeType = ManagedByTypeType;
    exports.ManagedPolicyDetail$ = ManagedPolicyDetail$;
    exports.NameConflictException = NameConflictException;
    exports.NameConflictException$ = NameConflictException$;
    exports.NoSuchEntityException = NoSuchEntityException;
    exports.NoSuchEntityException$ = NoSuchEntityException$;
    exports.OpenIDConnectProviderListEntry$ = OpenIDConnectProviderListEntry$;
    exports.OpenIdIdpCommunicationErrorException = OpenIdIdpCommunicationErrorException;
    exports.OpenIdIdpCommunicationErrorException$ = OpenIdIdpCommunicationErrorException$;
    exports.OrderedOrganizationPolicyType$ = OrderedOrganizationPolicyType$;
    exports.OrganizationNotFoundException = OrganizationNotFoundException;
    exports.OrganizationNotFoundException$ = OrganizationNotFoundException$;
    exports.OrganizationNotInAllFeaturesModeException = OrganizationNotInAllFeaturesModeException;
    exports.OrganizationNotInAllFeaturesModeException$ = OrganizationNotInAllFeaturesModeException$;
    exports.OrganizationsDecisionDetail$ = OrganizationsDecisionDetail$;
    exports.ParameterDefinition$ = ParameterDefinition$;
    exports.ParameterTypeType = ParameterTypeType;
    exports.PasswordPolicy$ = PasswordPolicy$;
    exports.PasswordPolicyViolationException = PasswordPolicyViolationException;
    exports.PasswordPolicyViolationException$ = PasswordPolicyViolationException$;
    exports.PermissionCheckResultType = PermissionCheckResultType;
    exports.PermissionCheckStatusType = PermissionCheckStatusType;
    exports.PermissionsBoundaryAttachmentType = PermissionsBoundaryAttachmentType;
    exports.PermissionsBoundaryDecisionDetail$ = PermissionsBoundaryDecisionDetail$;
    exports.Policy$ = Policy$;
    exports.PolicyDetail$ = PolicyDetail$;
    exports.PolicyEvaluationDecisionType = PolicyEvaluationDecisionType;
    exports.PolicyEvaluationException = PolicyEvaluationException;
    exports.PolicyEvaluationException$ = PolicyEvaluationException$;
    exports.PolicyGrantingServiceAccess$ = PolicyGrantingServiceAccess$;
    exports.PolicyGroup$ = PolicyGroup$;
    exports.PolicyIdentifier$ = PolicyIdentifier$;
    exports.PolicyIdentifierPolicyType = PolicyIdentifierPolicyType;
    exports.PolicyNotAttachableException = PolicyNotAttachableException;
    exports.PolicyNotAttachableException$ = PolicyNotAttachableException$;
    exports.PolicyOwnerEntityType = PolicyOwnerEntityType;
    exports.PolicyParameter$ = PolicyParameter$;
    exports.PolicyParameterTypeEnum = PolicyParameterTypeEnum;
    exports.PolicyRole$ = PolicyRole$;
    exports.PolicyScopeType = PolicyScopeType;
    exports.PolicySourceType = PolicySourceType;
    exports.PolicyType = PolicyType;
    exports.PolicyUsageType = PolicyUsageType;
    exports.PolicyUser$ = PolicyUser$;
    exports.PolicyVersion$ = PolicyVersion$;
    exports.Position$ = Position$;
    exports.PutAccountProperties$ = PutAccountProperties$;
    exports.PutAccountPropertiesCommand = PutAccountPropertiesCommand;
    exports.PutAccountPropertiesRequest$ = PutAccountPropertiesRequest$;
    exports.PutAccountPropertiesResponse$ = PutAccountPropertiesResponse$;
    exports.PutGroupPolicy$ = PutGroupPolicy$;
    exports.PutGroupPolicyCommand = PutGroupPolicyCommand2;
    exports.PutGroupPolicyRequest$ = PutGroupPolicyRequest$;
    exports.PutRolePermissionsBoundary$ = PutRolePermissionsBoundary$;
    exports.PutRolePermissionsBoundaryCommand = PutRolePermissionsBoundaryCommand;
    exports.PutRolePermissionsBoundaryRequest$ = PutRolePermissionsBoundaryRequest$;
    exports.PutRolePolicy$ = PutRolePolicy$;
    exports.PutRolePolicyCommand = PutRolePolicyCommand3;
    exports.PutRolePolicyRequest$ = PutRolePolicyRequest$;
    exports.PutUserPermissionsBoundary$ = PutUserPermissionsBoundary$;
    exports.PutUserPermissionsBoundaryCommand = PutUserPermissionsBoundaryCommand;
    exports.PutUserPermissionsBoundaryRequest$ = PutUserPermissionsBoundaryRequest$;
    exports.PutUserPolicy$ = PutUserPolicy$;
    exports.PutUserPolicyCommand = PutUserPolicyCommand3;
    exports.PutUserPolicyRequest$ = PutUserPolicyRequest$;
    exports.RejectDelegationRequest$ = RejectDelegationRequest$;
    exports.RejectDelegationRequestCommand = RejectDelegationRequestCommand;
    exports.RejectDelegationRequestRequest$ = RejectDelegationRequestRequest$;
    exports.RemoveClientIDFromOpenIDConnectProvider$ = RemoveClientIDFromOpenIDConnectProvider$;
    exports.RemoveClientIDFromOpenIDConnectProviderCommand = RemoveClientIDFromOpenIDConnectProviderCommand;
    exports.RemoveClientIDFromOpenIDConnectProviderRequest$ = RemoveClientIDFromOpenIDConnectProviderRequest$;
    exports.RemoveRoleFromInstanceProfile$ = RemoveRoleFromInstanceProfile$;
    exports.RemoveRoleFromInstanceProfileCommand = RemoveRoleFromInstanceProfileCommand;
    exports.RemoveRoleFromInstanceProfileRequest$ = RemoveRoleFromInstanceProfileRequest$;
    exports.RemoveUserFromGroup$ = RemoveUserFromGroup$;
    exports.RemoveUserFromGroupCommand = RemoveUserFromGroupCommand3;
    exports.RemoveUserFromGroupRequest$ = RemoveUserFromGroupRequest$;
    exports.ReplacementValueEntry$ = ReplacementValueEntry$;
    exports.ReportFormatType = ReportFormatType;
    exports.ReportGenerationLimitExceededException = ReportGenerationLimitExceededException;
    exports.ReportGenerationLimitExceededException$ = ReportGenerationLimitExceededException$;
    exports.ReportStateType = ReportStateType;
    exports.ResetServiceSpecificCredential$ = ResetServiceSpecificCredential$;
    exports.ResetServiceSpecificCredentialCommand = ResetServiceSpecificCredentialCommand;
    exports.ResetServiceSpecificCredentialRequest$ = ResetServiceSpecificCredentialRequest$;
    exports.ResetServiceSpecificCredentialResponse$ = ResetServiceSpecificCredentialResponse$;
    exports.ResourceSpecificResult$ = ResourceSpecificResult$;
    exports.ResyncMFADevice$ = ResyncMFADevice$;
    exports.ResyncMFADeviceCommand = ResyncMFADeviceCommand;
    exports.ResyncMFADeviceRequest$ = ResyncMFADeviceRequest$;
    exports.Role$ = Role$;
    exports.RoleDetail$ = RoleDetail$;
    exports.RoleLastUsed$ = RoleLastUsed$;
    exports.RoleModifiedException = RoleModifiedException;
    exports.RoleModifiedException$ = RoleModifiedException$;
    exports.RoleTemplateDisabledException = RoleTemplateDisabledException;
    exports.RoleTemplateDisabledException$ = RoleTemplateDisabledException$;
    exports.RoleTemplateVersion$ = RoleTemplateVersion$;
    exports.RoleUsageType$ = RoleUsageType$;
    exports.SAMLPrivateKey$ = SAMLPrivateKey$;
    exports.SAMLProviderListEntry$ = SAMLProviderListEntry$;
    exports.SSHPublicKey$ = SSHPublicKey$;
    exports.SSHPublicKeyMetadata$ = SSHPublicKeyMetadata$;
    exports.SendDelegationToken$ = SendDelegationToken$;
    exports.SendDelegationTokenCommand = SendDelegationTokenCommand;
    exports.SendDelegationTokenRequest$ = SendDelegationTokenRequest$;
    exports.ServerCertificate$ = ServerCertificate$;
    exports.ServerCertificateMetadata$ = ServerCertificateMetadata$;
    exports.ServiceAccessNotEnabledException = ServiceAccessNotEnabledException;
    exports.ServiceAccessNotEnabledException$ = ServiceAccessNotEnabledException$;
    exports.ServiceFailureException = ServiceFailureException;
    exports.ServiceFailureException$ = ServiceFailureException$;
    exports.ServiceLastAccessed$ = ServiceLastAccessed$;
    exports.ServiceNotSupportedException = ServiceNotSupportedException;
    exports.ServiceNotSupportedException$ = ServiceNotSupportedException$;
    exports.ServiceSpecificCredential$ = ServiceSpecificCredential$;
    exports.ServiceSpecificCredentialMetadata$ = ServiceSpecificCredentialMetadata$;
    exports.SetDefaultPolicyVersion$ = SetDefaultPolicyVersion$;
    exports.SetDefaultPolicyVersionCommand = SetDefaultPolicyVersionCommand;
    exports.SetDefaultPolicyVersionRequest$ = SetDefaultPolicyVersionRequest$;
    exports.SetSecurityTokenServicePreferences$ = SetSecurityTokenServicePreferences$;
    exports.SetSecurityTokenServicePreferencesCommand = SetSecurityTokenServicePreferencesCommand;
    exports.SetSecurityTokenServicePreferencesRequest$ = SetSecurityTokenServicePreferencesRequest$;
    exports.SigningCertificate$ = SigningCertificate$;
    exports.SimulateCustomPolicy$ = SimulateCustomPolicy$;
    exports.SimulateCustomPolicyCommand = SimulateCustomPolicyCommand;
    exports.SimulateCustomPolicyRequest$ = SimulateCustomPolicyRequest$;
    exports.SimulatePolicyResponse$ = SimulatePolicyResponse$;
    exports.SimulatePrincipalPolicy$ = SimulatePrincipalPolicy$;
    exports.SimulatePrincipalPolicyCommand = SimulatePrincipalPolicyCommand;
    exports.SimulatePrincipalPolicyRequest$ = SimulatePrincipalPolicyRequest$;
    exports.SortKeyType = SortKeyType;
    exports.SourceRoleTemplate$ = SourceRoleTemplate$;
    exports.StateType = StateType;
    exports.Statement$ = Statement$;
    exports.StatusType = StatusType;
    exports.SummaryKeyType = SummaryKeyType;
    exports.SummaryStateType = SummaryStateType;
    exports.Tag$ = Tag$;
    exports.TagInstanceProfile$ = TagInstanceProfile$;
    exports.TagInstanceProfileCommand = TagInstanceProfileCommand;
    exports.TagInstanceProfileRequest$ = TagInstanceProfileRequest$;
    exports.TagMFADevice$ = TagMFADevice$;
    exports.TagMFADeviceCommand = TagMFADeviceCommand;
    exports.TagMFADeviceRequest$ = TagMFADeviceRequest$;
    exports.TagOpenIDConnectProvider$ = TagOpenIDConnectProvider$;
    exports.TagOpenIDConnectProviderCommand = TagOpenIDConnectProviderCommand;
    exports.TagOpenIDConnectProviderRequest$ = TagOpenIDConnectProviderRequest$;
    exports.TagPolicy$ = TagPolicy$;
    exports.TagPolicyCommand = TagPolicyCommand;
    exports.TagPolicyRequest$ = TagPolicyRequest$;
    exports.TagRole$ = TagRole$;
    exports.TagRoleCommand = TagRoleCommand;
    exports.TagRoleRequest$ = TagRoleRequest$;
    exports.TagSAMLProvider$ = TagSAMLProvider$;
    exports.TagSAMLProviderCommand = TagSAMLProviderCommand;
    exports.TagSAMLProviderRequest$ = TagSAMLProviderRequest$;
    exports.TagServerCertificate$ = TagServerCertificate$;
    exports.TagServerCertificateCommand = TagServerCertificateCommand;
    exports.TagServerCertificateRequest$ = TagServerCertificateRequest$;
    exports.TagTemplate$ = TagTemplate$;
    exports.TagUser$ = TagUser$;
    exports.TagUserCommand = TagUserCommand;
    exports.TagUserRequest$ = TagUserRequest$;
    exports.TrackedActionLastAccessed$ = TrackedActionLastAccessed$;
    exports.UnmodifiableEntityException = UnmodifiableEntityException;
    exports.UnmodifiableEntityException$ = UnmodifiableEntityException$;
    exports.UnrecognizedPublicKeyEncodingException = UnrecognizedPublicKeyEncodingException;
    exports.UnrecognizedPublicKeyEncodingException$ = UnrecognizedPublicKeyEncodingException$;
    exports.UntagInstanceProfile$ = UntagInstanceProfile$;
    exports.UntagInstanceProfileCommand = UntagInstanceProfileCommand;
    exports.UntagInstanceProfileRequest$ = UntagInstanceProfileRequest$;
    exports.UntagMFADevice$ = UntagMFADevice$;
    exports.UntagMFADeviceCommand = UntagMFADeviceCommand;
    exports.UntagMFADeviceRequest$ = UntagMFADeviceRequest$;
    exports.UntagOpenIDConnectProvider$ = UntagOpenIDConnectProvider$;
    exports.UntagOpenIDConnectProviderCommand = UntagOpenIDConnectProviderCommand;
    exports.UntagOpenIDConnectProviderRequest$ = UntagOpenIDConnectProviderRequest$;
    exports.UntagPolicy$ = UntagPolicy$;
    exports.UntagPolicyCommand = UntagPolicyCommand;
    exports.UntagPolicyRequest$ = UntagPolicyRequest$;
    exports.UntagRole$ = UntagRole$;
    exports.UntagRoleCommand = UntagRoleCommand;
    exports.UntagRoleRequest$ = UntagRoleRequest$;
    exports.UntagSAMLProvider$ = UntagSAMLProvider$;
    exports.UntagSAMLProviderCommand = UntagSAMLProviderCommand;
    exports.UntagSAMLProviderRequest$ = UntagSAMLProviderRequest$;
    exports.UntagServerCertificate$ = UntagServerCertificate$;
    exports.UntagServerCertificateCommand = UntagServerCertificateCommand;
    exports.UntagServerCertificateRequest$ = UntagServerCertificateRequest$;
    exports.UntagUser$ = UntagUser$;
    exports.UntagUserCommand = UntagUserCommand;
    exports.UntagUserRequest$ = UntagUserRequest$;
    exports.UpdateAccessKey$ = UpdateAccessKey$;
    exports.UpdateAccessKeyCommand = UpdateAccessKeyCommand2;
    exports.UpdateAccessKeyRequest$ = UpdateAccessKeyRequest$;
    exports.UpdateAccountPasswordPolicy$ = UpdateAccountPasswordPolicy$;
    exports.UpdateAccountPasswordPolicyCommand = UpdateAccountPasswordPolicyCommand;
    exports.UpdateAccountPasswordPolicyRequest$ = UpdateAccountPasswordPolicyRequest$;
    exports.UpdateAssumeRolePolicy$ = UpdateAssumeRolePolicy$;
    exports.UpdateAssumeRolePolicyCommand = UpdateAssumeRolePolicyCommand;
    exports.UpdateAssumeRolePolicyRequest$ = UpdateAssumeRolePolicyRequest$;
    exports.UpdateDelegationRequest$ = UpdateDelegationRequest$;
    exports.UpdateDelegationRequestCommand = UpdateDelegationRequestCommand;
    exports.UpdateDelegationRequestRequest$ = UpdateDelegationRequestRequest$;
    exports.UpdateGroup$ = UpdateGroup$;
    exports.UpdateGroupCommand = UpdateGroupCommand;
    exports.UpdateGroupRequest$ = UpdateGroupRequest$;
    exports.UpdateLoginProfile$ = UpdateLoginProfile$;
    exports.UpdateLoginProfileCommand = UpdateLoginProfileCommand;
    exports.UpdateLoginProfileRequest$ = UpdateLoginProfileRequest$;
    exports.UpdateOpenIDConnectProviderThumbprint$ = UpdateOpenIDConnectProviderThumbprint$;
    exports.UpdateOpenIDConnectProviderThumbprintCommand = UpdateOpenIDConnectProviderThumbprintCommand;
    exports.UpdateOpenIDConnectProviderThumbprintRequest$ = UpdateOpenIDConnectProviderThumbprintRequest$;
    exports.UpdateRole$ = UpdateRole$;
    exports.UpdateRoleCommand = UpdateRoleCommand;
    exports.UpdateRoleDescription$ = UpdateRoleDescription$;
    exports.UpdateRoleDescriptionCommand = UpdateRoleDescriptionCommand;
    exports.UpdateRoleDescriptionRequest$ = UpdateRoleDescriptionRequest$;
    exports.UpdateRoleDescriptionResponse$ = UpdateRoleDescriptionResponse$;
    exports.UpdateRoleRequest$ = UpdateRoleRequest$;
    exports.UpdateRoleResponse$ = UpdateRoleResponse$;
    exports.UpdateSAMLProvider$ = UpdateSAMLProvider$;
    exports.UpdateSAMLProviderCommand = UpdateSAMLProviderCommand;
    exports.UpdateSAMLProviderRequest$ = UpdateSAMLProviderRequest$;
    exports.UpdateSAMLProviderResponse$ = UpdateSAMLProviderResponse$;
    exports.UpdateSSHPublicKey$ = UpdateSSHPublicKey$;
    exports.UpdateSSHPublicKeyCommand = UpdateSSHPublicKeyCommand;
    exports.UpdateSSHPublicKeyRequest$ = UpdateSSHPublicKeyRequest$;
    exports.UpdateServerCertificate$ = UpdateServerCertificate$;
    exports.UpdateServerCertificateCommand = UpdateServerCertificateCommand;
    exports.UpdateServerCertificateRequest$ = UpdateServerCertificateRequest$;
    exports.UpdateServiceSpecificCredential$ = UpdateServiceSpecificCredential$;
    exports.UpdateServiceSpecificCredentialCommand = UpdateServiceSpecificCredentialCommand;
    exports.UpdateServiceSpecificCredentialRequest$ = UpdateServiceSpecificCredentialRequest$;
    exports.UpdateSigningCertificate$ = UpdateSigningCertificate$;
    exports.UpdateSigningCertificateCommand = UpdateSigningCertificateCommand;
    exports.UpdateSigningCertificateRequest$ = UpdateSigningCertificateRequest$;
    exports.UpdateUser$ = UpdateUser$;
    exports.UpdateUserCommand = UpdateUserCommand;
    exports.UpdateUserRequest$ = UpdateUserRequest$;
    exports.UploadSSHPublicKey$ = UploadSSHPublicKey$;
    exports.UploadSSHPublicKeyCommand = UploadSSHPublicKeyCommand;
    exports.UploadSSHPublicKeyRequest$ = UploadSSHPublicKeyRequest$;
    exports.UploadSSHPublicKeyResponse$ = UploadSSHPublicKeyResponse$;
    exports.UploadServerCertificate$ = UploadServerCertificate$;
    exports.UploadServerCertificateCommand = UploadServerCertificateCommand;
    exports.UploadServerCertificateRequest$ = UploadServerCertificateRequest$;
    exports.UploadServerCertificateResponse$ = UploadServerCertificateResponse$;
    exports.UploadSigningCertificate$ = UploadSigningCertificate$;
    exports.UploadSigningCertificateCommand = UploadSigningCertificateCommand;
    exports.UploadSigningCertificateRequest$ = UploadSigningCertificateRequest$;
    exports.UploadSigningCertificateResponse$ = UploadSigningCertificateResponse$;
    exports.User$ = User$;
    exports.UserDetail$ = UserDetail$;
    exports.VirtualMFADevice$ = VirtualMFADevice$;
    exports.errorTypeRegistries = errorTypeRegistries;
    exports.paginateGetAccountAuthorizationDetails = paginateGetAccountAuthorizationDetails;
    exports.paginateGetGroup = paginateGetGroup;
    exports.paginateListAccessKeys = paginateListAccessKeys;
    exports.paginateListAccountAliases = paginateListAccountAliases;
    exports.paginateListAttachedGroupPolicies = paginateListAttachedGroupPolicies;
    exports.paginateListAttachedRolePolicies = paginateListAttachedRolePolicies;
    exports.paginateListAttachedUserPolicies = paginateListAttachedUserPolicies;
    exports.paginateListEntitiesForPolicy = paginateListEntitiesForPolicy;
    exports.paginateListGroupPolicies = paginateListGroupPolicies;
    exports.paginateListGroups = paginateListGroups;
    exports.paginateListGroupsForUser = paginateListGroupsForUser;
    exports.paginateListInstanceProfileTags = paginateListInstanceProfileTags;
    exports.paginateListInstanceProfiles = paginateListInstanceProfiles;
    exports.paginateListInstanceProfilesForRole = paginateListInstanceProfilesForRole;
    exports.paginateListMFADeviceTags = paginateListMFADeviceTags;
    exports.paginateListMFADevices = paginateListMFADevices;
    exports.paginateListOpenIDConnectProviderTags = paginateListOpenIDConnectProviderTags;
    exports.paginateListPolicies = paginateListPolicies;
    exports.paginateListPolicyTags = paginateListPolicyTags;
    exports.paginateListPolicyVersions = paginateListPolicyVersions;
    exports.paginateListRolePolicies = paginateListRolePolicies;
    exports.paginateListRoleTags = paginateListRoleTags;
    exports.paginateListRoles = paginateListRoles;
    exports.paginateListSAMLProviderTags = paginateListSAMLProviderTags;
    exports.paginateListSSHPublicKeys = paginateListSSHPublicKeys;
    exports.paginateListServerCertificateTags = paginateListServerCertificateTags;
    exports.paginateListServerCertificates = paginateListServerCertificates;
    exports.paginateListSigningCertificates = paginateListSigningCertificates;
    exports.paginateListUserPolicies = paginateListUserPolicies;
    exports.paginateListUserTags = paginateListUserTags;
    exports.paginateListUsers = paginateListUsers;
    exports.paginateListVirtualMFADevices = paginateListVirtualMFADevices;
    exports.paginateSimulateCustomPolicy = paginateSimulateCustomPolicy;
    exports.paginateSimulatePrincipalPolicy = paginateSimulatePrincipalPolicy;
    exports.waitForInstanceProfileExists = waitForInstanceProfileExists;
    exports.waitForPolicyExists = waitForPolicyExists;
    exports.waitForRoleExists = waitForRoleExists;
    exports.waitForUserExists = waitForUserExists;
    exports.waitUntilInstanceProfileExists = waitUntilInstanceProfileExists;
    exports.waitUntilPolicyExists = waitUntilPolicyExists;
    exports.waitUntilRoleExists = waitUntilRoleExists;
    exports.waitUntilUserExists = waitUntilUserExists;
  }
});

// node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var require_dist_cjs6 = __commonJS({
  "node_modules/@aws-sdk/client-sts/dist-cjs/index.js"(exports) {
    var { awsEndpointFunctions, emitWarningIfUnsupportedVersion: emitWarningIfUnsupportedVersion$1, createDefaultUserAgentProvider, getDefaultSocketTimeout, NODE_APP_ID_CONFIG_OPTIONS, getAwsRegionExtensionConfiguration, resolveAwsRegionExtensionConfiguration, resolveUserAgentConfig, resolveHostHeaderConfig, getUserAgentPlugin, getHostHeaderPlugin, getLoggerPlugin, getRecursionDetectionPlugin, setCredentialFeature, stsRegionDefaultResolver } = (init_client2(), __toCommonJS(client_exports2));
    var { NoAuthSigner, getHttpAuthSchemeEndpointRuleSetPlugin, DefaultIdentityProviderConfig, getHttpSigningPlugin } = (init_dist_es(), __toCommonJS(dist_es_exports));
    var { normalizeProvider, getSmithyContext, ServiceException, NoOpLogger, emitWarningIfUnsupportedVersion, loadConfigsForDefaultMode, getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig, Client, makeBuilder, createAggregatedClient } = (init_client(), __toCommonJS(client_exports));
    var { Command: $Command } = (init_client(), __toCommonJS(client_exports));
    exports.$Command = $Command;
    exports.__Client = Client;
    var { resolveDefaultsModeConfig, loadConfig, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, resolveRegionConfig } = (init_config(), __toCommonJS(config_exports));
    var { BinaryDecisionDiagram, EndpointCache, decideEndpoint, customEndpointFunctions, resolveParams, resolveEndpointConfig, getEndpointPlugin } = (init_endpoints(), __toCommonJS(endpoints_exports));
    var { parseUrl, getHttpHandlerExtensionConfiguration, resolveHttpHandlerRuntimeConfig, getContentLengthPlugin } = (init_protocols(), __toCommonJS(protocols_exports));
    var { DEFAULT_RETRY_MODE, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, resolveRetryConfig, getRetryPlugin } = (init_retry(), __toCommonJS(retry_exports));
    var { TypeRegistry, getSchemaSerdePlugin } = (init_schema(), __toCommonJS(schema_exports));
    var { resolveAwsSdkSigV4Config, resolveAwsSdkSigV4AConfig, AwsSdkSigV4Signer, AwsSdkSigV4ASigner, NODE_SIGV4A_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS } = (init_httpAuthSchemes(), __toCommonJS(httpAuthSchemes_exports));
    var { SignatureV4MultiRegion } = require_dist_cjs2();
    var { defaultProvider } = require_dist_cjs3();
    var { toUtf8, fromUtf8, toBase64, fromBase64, calculateBodyLength } = (init_serde(), __toCommonJS(serde_exports));
    var { streamCollector, NodeHttpHandler } = require_dist_cjs();
    var { AwsQueryProtocol } = (init_protocols2(), __toCommonJS(protocols_exports2));
    var { Sha256 } = (init_checksum(), __toCommonJS(checksum_exports));
    var q = "ref";
    var a = -1;
    var b = true;
    var c = "isSet";
    var d = "PartitionResult";
    var e = "booleanEquals";
    var f = "stringEquals";
    var g = "getAttr";
    var h = "us-east-1";
    var i = "sigv4";
    var j = "sts";
    var k = "https://sts.{Region}.{PartitionResult#dnsSuffix}";
    var l = { [q]: "Endpoint" };
    var m = { [q]: "Region" };
    var n = { [q]: d };
    var o = {};
    var p = [m];
    var _data = {
      conditions: [
        [c, [l]],
        [c, p],
        ["aws.partition", p, d],
        [e, [{ [q]: "UseFIPS" }, b]],
        [e, [{ [q]: "UseDualStack" }, b]],
        [f, [m, "aws-global"]],
        [e, [{ [q]: "UseGlobalEndpoint" }, b]],
        [f, [m, "eu-central-1"]],
        [e, [{ fn: g, argv: [n, "supportsDualStack"] }, b]],
        [e, [{ fn: g, argv: [n, "supportsFIPS"] }, b]],
        [f, [m, "ap-south-1"]],
        [f, [m, "eu-north-1"]],
        [f, [m, "eu-west-1"]],
        [f, [m, "eu-west-2"]],
        [f, [m, "eu-west-3"]],
        [f, [m, "sa-east-1"]],
        [f, [m, h]],
        [f, [m, "us-east-2"]],
        [f, [m, "us-west-2"]],
        [f, [m, "us-west-1"]],
        [f, [m, "ca-central-1"]],
        [f, [m, "ap-southeast-1"]],
        [f, [m, "ap-northeast-1"]],
        [f, [m, "ap-southeast-2"]],
        [f, [{ fn: g, argv: [n, "name"] }, "aws-us-gov"]]
      ],
      results: [
        [a],
        ["https://sts.amazonaws.com", { authSchemes: [{ name: i, signingName: j, signingRegion: h }] }],
        [k, { authSchemes: [{ name: i, signingName: j, signingRegion: "{Region}" }] }],
        [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
        [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
        [l, o],
        ["https://sts-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", o],
        [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
        ["https://sts.{Region}.amazonaws.com", o],
        ["https://sts-fips.{Region}.{PartitionResult#dnsSuffix}", o],
        [a, "FIPS is enabled but this partition does not support FIPS"],
        ["https://sts.{Region}.{PartitionResult#dualStackDnsSuffix}", o],
        [a, "DualStack is enabled but this partition does not support DualStack"],
        [k, o],
        [a, "Invalid Configuration: Missing Region"]
      ]
    };
    var root = 2;
    var r = 1e8;
    var nodes = new Int32Array([
      -1,
      1,
      -1,
      0,
      30,
      3,
      1,
      4,
      r + 14,
      2,
      5,
      r + 14,
      3,
      25,
      6,
      4,
      24,
      7,
      5,
      r + 1,
      8,
      6,
      9,
      r + 13,
      7,
      r + 1,
      10,
      10,
      r + 1,
      11,
      11,
      r + 1,
      12,
      12,
      r + 1,
      13,
      13,
      r + 1,
      14,
      14,
      r + 1,
      15,
      15,
      r + 1,
      16,
      16,
      r + 1,
      17,
      17,
      r + 1,
      18,
      18,
      r + 1,
      19,
      19,
      r + 1,
      20,
      20,
      r + 1,
      21,
      21,
      r + 1,
      22,
      22,
      r + 1,
      23,
      23,
      r + 1,
      r + 2,
      8,
      r + 11,
      r + 12,
      4,
      28,
      26,
      9,
      27,
      r + 10,
      24,
      r + 8,
      r + 9,
      8,
      29,
      r + 7,
      9,
      r + 6,
      r + 7,
      3,
      r + 3,
      31,
      4,
      r + 4,
      r + 5
    ]);
    var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);
    var cache = new EndpointCache({
      size: 50,
      params: ["Endpoint", "Region", "UseDualStack", "UseFIPS", "UseGlobalEndpoint"]
    });
    var defaultEndpointResolver = (endpointParams, context = {}) => {
      return cache.get(endpointParams, () => decideEndpoint(bdd, {
        endpointParams,
        logger: context.logger
      }));
    };
    customEndpointFunctions.aws = awsEndpointFunctions;
    var createEndpointRuleSetHttpAuthSchemeParametersProvider = (defaultHttpAuthSchemeParametersProvider) => async (config, context, input) => {
      if (!input) {
        throw new Error("Could not find `input` for `defaultEndpointRuleSetHttpAuthSchemeParametersProvider`");
      }
      const defaultParameters = await defaultHttpAuthSchemeParametersProvider(config, context, input);
      const instructionsFn = getSmithyContext(context)?.commandInstance?.constructor?.getEndpointParameterInstructions;
      if (!instructionsFn) {
        throw new Error(`getEndpointParameterInstructions() is not defined on '${context.commandName}'`);
      }
      const endpointParameters = await resolveParams(input, { getEndpointParameterInstructions: instructionsFn }, config);
      return Object.assign(defaultParameters, endpointParameters);
    };
    var _defaultSTSHttpAuthSchemeParametersProvider = async (config, context, input) => {
      return {
        operation: getSmithyContext(context).operation,
        region: await normalizeProvider(config.region)() || (() => {
          throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
        })()
      };
    };
    var defaultSTSHttpAuthSchemeParametersProvider = createEndpointRuleSetHttpAuthSchemeParametersProvider(_defaultSTSHttpAuthSchemeParametersProvider);
    function createAwsAuthSigv4HttpAuthOption(authParameters) {
      return {
        schemeId: "aws.auth#sigv4",
        signingProperties: {
          name: "sts",
          region: authParameters.region
        },
        propertiesExtractor: (config, context) => ({
          signingProperties: {
            config,
            context
          }
        })
      };
    }
    function createAwsAuthSigv4aHttpAuthOption(authParameters) {
      return {
        schemeId: "aws.auth#sigv4a",
        signingProperties: {
          name: "sts",
          region: authParameters.region
        },
        propertiesExtractor: (config, context) => ({
          signingProperties: {
            config,
            context
          }
        })
      };
    }
    function createSmithyApiNoAuthHttpAuthOption(authParameters) {
      return {
        schemeId: "smithy.api#noAuth"
      };
    }
    var createEndpointRuleSetHttpAuthSchemeProvider = (defaultEndpointResolver2, defaultHttpAuthSchemeResolver, createHttpAuthOptionFunctions) => {
      const endpointRuleSetHttpAuthSchemeProvider = (authParameters) => {
        const endpoint = defaultEndpointResolver2(authParameters);
        const authSchemes = endpoint.properties?.authSchemes;
        if (!authSchemes) {
          return defaultHttpAuthSchemeResolver(authParameters);
        }
        const options = [];
        for (const scheme of authSchemes) {
          const { name: resolvedName, properties = {}, ...rest } = scheme;
          const name = resolvedName.toLowerCase();
          if (resolvedName !== name) {
            console.warn(`HttpAuthScheme has been normalized with lowercasing: '${resolvedName}' to '${name}'`);
          }
          let schemeId;
          if (name === "sigv4a") {
            schemeId = "aws.auth#sigv4a";
            const sigv4Present = authSchemes.find((s) => {
              const name2 = s.name.toLowerCase();
              return name2 !== "sigv4a" && name2.startsWith("sigv4");
            });
            if (SignatureV4MultiRegion.sigv4aDependency() === "none" && sigv4Present) {
              continue;
            }
          } else if (name.startsWith("sigv4")) {
            schemeId = "aws.auth#sigv4";
          } else {
            throw new Error(`Unknown HttpAuthScheme found in '@smithy.rules#endpointRuleSet': '${name}'`);
          }
          const createOption = createHttpAuthOptionFunctions[schemeId];
          if (!createOption) {
            throw new Error(`Could not find HttpAuthOption create function for '${schemeId}'`);
          }
          const option = createOption(authParameters);
          option.schemeId = schemeId;
          option.signingProperties = { ...option.signingProperties || {}, ...rest, ...properties };
          options.push(option);
        }
        return options;
      };
      return endpointRuleSetHttpAuthSchemeProvider;
    };
    var _defaultSTSHttpAuthSchemeProvider = (authParameters) => {
      const options = [];
      switch (authParameters.operation) {
        case "AssumeRoleWithSAML": {
          options.push(createSmithyApiNoAuthHttpAuthOption());
          options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
          break;
        }
        case "AssumeRoleWithWebIdentity": {
          options.push(createSmithyApiNoAuthHttpAuthOption());
          options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
          break;
        }
        default: {
          options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
          options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
        }
      }
      return options;
    };
    var defaultSTSHttpAuthSchemeProvider = createEndpointRuleSetHttpAuthSchemeProvider(defaultEndpointResolver, _defaultSTSHttpAuthSchemeProvider, {
      "aws.auth#sigv4": createAwsAuthSigv4HttpAuthOption,
      "aws.auth#sigv4a": createAwsAuthSigv4aHttpAuthOption,
      "smithy.api#noAuth": createSmithyApiNoAuthHttpAuthOption
    });
    var resolveHttpAuthSchemeConfig = (config) => {
      const config_0 = resolveAwsSdkSigV4Config(config);
      const config_1 = resolveAwsSdkSigV4AConfig(config_0);
      return Object.assign(config_1, {
        authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
      });
    };
    var resolveClientEndpointParameters = (options) => {
      return Object.assign(options, {
        useDualstackEndpoint: options.useDualstackEndpoint ?? false,
        useFipsEndpoint: options.useFipsEndpoint ?? false,
        useGlobalEndpoint: options.useGlobalEndpoint ?? false,
        defaultSigningName: "sts"
      });
    };
    var commonParams = {
      UseGlobalEndpoint: { type: "builtInParams", name: "useGlobalEndpoint" },
      UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
      Endpoint: { type: "builtInParams", name: "endpoint" },
      Region: { type: "builtInParams", name: "region" },
      UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
    };
    var version = "3.1168.0";
    var packageInfo = {
      version
    };
    var STSServiceException = class _STSServiceException extends ServiceException {
      static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.sts#STSServiceException";
      constructor(options) {
        super(options);
        Object.setPrototypeOf(this, _STSServiceException.prototype);
      }
    };
    var ExpiredTokenException = class _ExpiredTokenException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#ExpiredTokenException";
      name = "ExpiredTokenException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "ExpiredTokenException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ExpiredTokenException.prototype);
      }
    };
    var MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#MalformedPolicyDocumentException";
      name = "MalformedPolicyDocumentException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "MalformedPolicyDocumentException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
      }
    };
    var PackedPolicyTooLargeException = class _PackedPolicyTooLargeException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#PackedPolicyTooLargeException";
      name = "PackedPolicyTooLargeException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "PackedPolicyTooLargeException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _PackedPolicyTooLargeException.prototype);
      }
    };
    var RegionDisabledException = class _RegionDisabledException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#RegionDisabledException";
      name = "RegionDisabledException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "RegionDisabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _RegionDisabledException.prototype);
      }
    };
    var IDPRejectedClaimException = class _IDPRejectedClaimException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#IDPRejectedClaimException";
      name = "IDPRejectedClaimException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "IDPRejectedClaimException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _IDPRejectedClaimException.prototype);
      }
    };
    var InvalidIdentityTokenException = class _InvalidIdentityTokenException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#InvalidIdentityTokenException";
      name = "InvalidIdentityTokenException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidIdentityTokenException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidIdentityTokenException.prototype);
      }
    };
    var IDPCommunicationErrorException = class _IDPCommunicationErrorException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#IDPCommunicationErrorException";
      name = "IDPCommunicationErrorException";
      $fault = "client";
      $retryable = {};
      constructor(opts) {
        super({
          name: "IDPCommunicationErrorException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _IDPCommunicationErrorException.prototype);
      }
    };
    var InvalidAuthorizationMessageException = class _InvalidAuthorizationMessageException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#InvalidAuthorizationMessageException";
      name = "InvalidAuthorizationMessageException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "InvalidAuthorizationMessageException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _InvalidAuthorizationMessageException.prototype);
      }
    };
    var ExpiredTradeInTokenException = class _ExpiredTradeInTokenException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#ExpiredTradeInTokenException";
      name = "ExpiredTradeInTokenException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "ExpiredTradeInTokenException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _ExpiredTradeInTokenException.prototype);
      }
    };
    var JWTPayloadSizeExceededException = class _JWTPayloadSizeExceededException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#JWTPayloadSizeExceededException";
      name = "JWTPayloadSizeExceededException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "JWTPayloadSizeExceededException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _JWTPayloadSizeExceededException.prototype);
      }
    };
    var OutboundWebIdentityFederationDisabledException = class _OutboundWebIdentityFederationDisabledException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#OutboundWebIdentityFederationDisabledException";
      name = "OutboundWebIdentityFederationDisabledException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "OutboundWebIdentityFederationDisabledException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _OutboundWebIdentityFederationDisabledException.prototype);
      }
    };
    var SessionDurationEscalationException = class _SessionDurationEscalationException extends STSServiceException {
      static shapeId = "com.amazonaws.sts#SessionDurationEscalationException";
      name = "SessionDurationEscalationException";
      $fault = "client";
      constructor(opts) {
        super({
          name: "SessionDurationEscalationException",
          $fault: "client",
          ...opts
        });
        Object.setPrototypeOf(this, _SessionDurationEscalationException.prototype);
      }
    };
    var _A = "Arn";
    var _AKI = "AccessKeyId";
    var _AP = "AssumedPrincipal";
    var _AR = "AssumeRole";
    var _ARI = "AssumedRoleId";
    var _ARR = "AssumeRoleRequest";
    var _ARRs = "AssumeRoleResponse";
    var _ARRss = "AssumeRootRequest";
    var _ARRssu = "AssumeRootResponse";
    var _ARU = "AssumedRoleUser";
    var _ARWSAML = "AssumeRoleWithSAML";
    var _ARWSAMLR = "AssumeRoleWithSAMLRequest";
    var _ARWSAMLRs = "AssumeRoleWithSAMLResponse";
    var _ARWWI = "AssumeRoleWithWebIdentity";
    var _ARWWIR = "AssumeRoleWithWebIdentityRequest";
    var _ARWWIRs = "AssumeRoleWithWebIdentityResponse";
    var _ARs = "AssumeRoot";
    var _Ac = "Account";
    var _Au = "Audience";
    var _C = "Credentials";
    var _CA = "ContextAssertion";
    var _DAM = "DecodeAuthorizationMessage";
    var _DAMR = "DecodeAuthorizationMessageRequest";
    var _DAMRe = "DecodeAuthorizationMessageResponse";
    var _DM = "DecodedMessage";
    var _DS = "DurationSeconds";
    var _E = "Expiration";
    var _EI = "ExternalId";
    var _EM = "EncodedMessage";
    var _ETE = "ExpiredTokenException";
    var _ETITE = "ExpiredTradeInTokenException";
    var _FU = "FederatedUser";
    var _FUI = "FederatedUserId";
    var _GAKI = "GetAccessKeyInfo";
    var _GAKIR = "GetAccessKeyInfoRequest";
    var _GAKIRe = "GetAccessKeyInfoResponse";
    var _GCI = "GetCallerIdentity";
    var _GCIR = "GetCallerIdentityRequest";
    var _GCIRe = "GetCallerIdentityResponse";
    var _GDAT = "GetDelegatedAccessToken";
    var _GDATR = "GetDelegatedAccessTokenRequest";
    var _GDATRe = "GetDelegatedAccessTokenResponse";
    var _GFT = "GetFederationToken";
    var _GFTR = "GetFederationTokenRequest";
    var _GFTRe = "GetFederationTokenResponse";
    var _GST = "GetSessionToken";
    var _GSTR = "GetSessionTokenRequest";
    var _GSTRe = "GetSessionTokenResponse";
    var _GWIT = "GetWebIdentityToken";
    var _GWITR = "GetWebIdentityTokenRequest";
    var _GWITRe = "GetWebIdentityTokenResponse";
    var _I = "Issuer";
    var _IAME = "InvalidAuthorizationMessageException";
    var _IDPCEE = "IDPCommunicationErrorException";
    var _IDPRCE = "IDPRejectedClaimException";
    var _IITE = "InvalidIdentityTokenException";
    var _JWTPSEE = "JWTPayloadSizeExceededException";
    var _K = "Key";
    var _MPDE = "MalformedPolicyDocumentException";
    var _MSTS = "MinimumSessionTokenSize";
    var _N = "Name";
    var _NQ = "NameQualifier";
    var _OWIFDE = "OutboundWebIdentityFederationDisabledException";
    var _P = "Policy";
    var _PA = "PolicyArns";
    var _PAr = "PrincipalArn";
    var _PAro = "ProviderArn";
    var _PC = "ProvidedContexts";
    var _PCLT = "ProvidedContextsListType";
    var _PCr = "ProvidedContext";
    var _PDT = "PolicyDescriptorType";
    var _PI = "ProviderId";
    var _PPS = "PackedPolicySize";
    var _PPTLE = "PackedPolicyTooLargeException";
    var _Pr = "Provider";
    var _RA = "RoleArn";
    var _RDE = "RegionDisabledException";
    var _RSN = "RoleSessionName";
    var _S = "Subject";
    var _SA = "SigningAlgorithm";
    var _SAK = "SecretAccessKey";
    var _SAMLA = "SAMLAssertion";
    var _SAMLAT = "SAMLAssertionType";
    var _SDEE = "SessionDurationEscalationException";
    var _SFWIT = "SubjectFromWebIdentityToken";
    var _SI = "SourceIdentity";
    var _SN = "SerialNumber";
    var _ST = "SubjectType";
    var _STS = "SessionTokenSize";
    var _STU = "SessionTokenUtilization";
    var _STe = "SessionToken";
    var _T = "Tags";
    var _TC = "TokenCode";
    var _TIT = "TradeInToken";
    var _TP = "TargetPrincipal";
    var _TPA = "TaskPolicyArn";
    var _TTK = "TransitiveTagKeys";
    var _Ta = "Tag";
    var _UI = "UserId";
    var _V = "Value";
    var _WIT = "WebIdentityToken";
    var _a = "arn";
    var _aKST = "accessKeySecretType";
    var _aQE = "awsQueryError";
    var _c = "client";
    var _cTT = "clientTokenType";
    var _e = "error";
    var _hE = "httpError";
    var _m = "message";
    var _pDLT = "policyDescriptorListType";
    var _s = "smithy.ts.sdk.synthetic.com.amazonaws.sts";
    var _tITT = "tradeInTokenType";
    var _tLT = "tagListType";
    var _wITT = "webIdentityTokenType";
    var n0 = "com.amazonaws.sts";
    var _s_registry = new TypeRegistry(_s);
    var STSServiceException$ = [-3, _s, "STSServiceException", 0, [], []];
    _s_registry.registerError(STSServiceException$, STSServiceException);
    var n0_registry = new TypeRegistry(n0);
    var ExpiredTokenException$ = [
      -3,
      n0,
      _ETE,
      { [_aQE]: [`ExpiredTokenException`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ExpiredTokenException$, ExpiredTokenException);
    var ExpiredTradeInTokenException$ = [
      -3,
      n0,
      _ETITE,
      { [_aQE]: [`ExpiredTradeInTokenException`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(ExpiredTradeInTokenException$, ExpiredTradeInTokenException);
    var IDPCommunicationErrorException$ = [
      -3,
      n0,
      _IDPCEE,
      { [_aQE]: [`IDPCommunicationError`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(IDPCommunicationErrorException$, IDPCommunicationErrorException);
    var IDPRejectedClaimException$ = [
      -3,
      n0,
      _IDPRCE,
      { [_aQE]: [`IDPRejectedClaim`, 403], [_e]: _c, [_hE]: 403 },
      [_m],
      [0]
    ];
    n0_registry.registerError(IDPRejectedClaimException$, IDPRejectedClaimException);
    var InvalidAuthorizationMessageException$ = [
      -3,
      n0,
      _IAME,
      { [_aQE]: [`InvalidAuthorizationMessageException`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidAuthorizationMessageException$, InvalidAuthorizationMessageException);
    var InvalidIdentityTokenException$ = [
      -3,
      n0,
      _IITE,
      { [_aQE]: [`InvalidIdentityToken`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(InvalidIdentityTokenException$, InvalidIdentityTokenException);
    var JWTPayloadSizeExceededException$ = [
      -3,
      n0,
      _JWTPSEE,
      { [_aQE]: [`JWTPayloadSizeExceededException`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(JWTPayloadSizeExceededException$, JWTPayloadSizeExceededException);
    var MalformedPolicyDocumentException$ = [
      -3,
      n0,
      _MPDE,
      { [_aQE]: [`MalformedPolicyDocument`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
    var OutboundWebIdentityFederationDisabledException$ = [
      -3,
      n0,
      _OWIFDE,
      { [_aQE]: [`OutboundWebIdentityFederationDisabledException`, 403], [_e]: _c, [_hE]: 403 },
      [_m],
      [0]
    ];
    n0_registry.registerError(OutboundWebIdentityFederationDisabledException$, OutboundWebIdentityFederationDisabledException);
    var PackedPolicyTooLargeException$ = [
      -3,
      n0,
      _PPTLE,
      { [_aQE]: [`PackedPolicyTooLarge`, 400], [_e]: _c, [_hE]: 400 },
      [_m],
      [0]
    ];
    n0_registry.registerError(PackedPolicyTooLargeException$, PackedPolicyTooLargeException);
    var RegionDisabledException$ = [
      -3,
      n0,
      _RDE,
      { [_aQE]: [`RegionDisabledException`, 403], [_e]: _c, [_hE]: 403 },
      [_m],
      [0]
    ];
    n0_registry.registerError(RegionDisabledException$, RegionDisabledException);
    var SessionDurationEscalationException$ = [
      -3,
      n0,
      _SDEE,
      { [_aQE]: [`SessionDurationEscalationException`, 403], [_e]: _c, [_hE]: 403 },
      [_m],
      [0]
    ];
    n0_registry.registerError(SessionDurationEscalationException$, SessionDurationEscalationException);
    var errorTypeRegistries = [
      _s_registry,
      n0_registry
    ];
    var accessKeySecretType = [0, n0, _aKST, 8, 0];
    var clientTokenType = [0, n0, _cTT, 8, 0];
    var SAMLAssertionType = [0, n0, _SAMLAT, 8, 0];
    var tradeInTokenType = [0, n0, _tITT, 8, 0];
    var webIdentityTokenType = [0, n0, _wITT, 8, 0];
    var AssumedRoleUser$ = [
      3,
      n0,
      _ARU,
      0,
      [_ARI, _A],
      [0, 0],
      2
    ];
    var AssumeRoleRequest$ = [
      3,
      n0,
      _ARR,
      0,
      [_RA, _RSN, _PA, _P, _DS, _T, _TTK, _EI, _SN, _TC, _SI, _PC, _MSTS],
      [0, 0, () => policyDescriptorListType, 0, 1, () => tagListType, 64 | 0, 0, 0, 0, 0, () => ProvidedContextsListType, 1],
      2
    ];
    var AssumeRoleResponse$ = [
      3,
      n0,
      _ARRs,
      0,
      [_C, _ARU, _PPS, _SI, _STU, _STS],
      [[() => Credentials$, 0], () => AssumedRoleUser$, 1, 0, 1, 1]
    ];
    var AssumeRoleWithSAMLRequest$ = [
      3,
      n0,
      _ARWSAMLR,
      0,
      [_RA, _PAr, _SAMLA, _PA, _P, _DS, _MSTS],
      [0, 0, [() => SAMLAssertionType, 0], () => policyDescriptorListType, 0, 1, 1],
      3
    ];
    var AssumeRoleWithSAMLResponse$ = [
      3,
      n0,
      _ARWSAMLRs,
      0,
      [_C, _ARU, _PPS, _S, _ST, _I, _Au, _NQ, _SI, _STU, _STS],
      [[() => Credentials$, 0], () => AssumedRoleUser$, 1, 0, 0, 0, 0, 0, 0, 1, 1]
    ];
    var AssumeRoleWithWebIdentityRequest$ = [
      3,
      n0,
      _ARWWIR,
      0,
      [_RA, _RSN, _WIT, _PI, _PA, _P, _DS, _MSTS],
      [0, 0, [() => clientTokenType, 0], 0, () => policyDescriptorListType, 0, 1, 1],
      3
    ];
    var AssumeRoleWithWebIdentityResponse$ = [
      3,
      n0,
      _ARWWIRs,
      0,
      [_C, _SFWIT, _ARU, _PPS, _Pr, _Au, _SI, _STU, _STS],
      [[() => Credentials$, 0], 0, () => AssumedRoleUser$, 1, 0, 0, 0, 1, 1]
    ];
    var AssumeRootRequest$ = [
      3,
      n0,
      _ARRss,
      0,
      [_TP, _TPA, _DS, _MSTS],
      [0, () => PolicyDescriptorType$, 1, 1],
      2
    ];
    var AssumeRootResponse$ = [
      3,
      n0,
      _ARRssu,
      0,
      [_C, _SI, _STU, _STS],
      [[() => Credentials$, 0], 0, 1, 1]
    ];
    var Credentials$ = [
      3,
      n0,
      _C,
      0,
      [_AKI, _SAK, _STe, _E],
      [0, [() => accessKeySecretType, 0], 0, 4],
      4
    ];
    var DecodeAuthorizationMessageRequest$ = [
      3,
      n0,
      _DAMR,
      0,
      [_EM],
      [0],
      1
    ];
    var DecodeAuthorizationMessageResponse$ = [
      3,
      n0,
      _DAMRe,
      0,
      [_DM],
      [0]
    ];
    var FederatedUser$ = [
      3,
      n0,
      _FU,
      0,
      [_FUI, _A],
      [0, 0],
      2
    ];
    var GetAccessKeyInfoRequest$ = [
      3,
      n0,
      _GAKIR,
      0,
      [_AKI],
      [0],
      1
    ];
    var GetAccessKeyInfoResponse$ = [
      3,
      n0,
      _GAKIRe,
      0,
      [_Ac],
      [0]
    ];
    var GetCallerIdentityRequest$ = [
      3,
      n0,
      _GCIR,
      0,
      [],
      []
    ];
    var GetCallerIdentityResponse$ = [
      3,
      n0,
      _GCIRe,
      0,
      [_UI, _Ac, _A],
      [0, 0, 0]
    ];
    var GetDelegatedAccessTokenRequest$ = [
      3,
      n0,
      _GDATR,
      0,
      [_TIT],
      [[() => tradeInTokenType, 0]],
      1
    ];
    var GetDelegatedAccessTokenResponse$ = [
      3,
      n0,
      _GDATRe,
      0,
      [_C, _PPS, _AP],
      [[() => Credentials$, 0], 1, 0]
    ];
    var GetFederationTokenRequest$ = [
      3,
      n0,
      _GFTR,
      0,
      [_N, _P, _PA, _DS, _T, _MSTS],
      [0, 0, () => policyDescriptorListType, 1, () => tagListType, 1],
      1
    ];
    var GetFederationTokenResponse$ = [
      3,
      n0,
      _GFTRe,
      0,
      [_C, _FU, _PPS, _STU, _STS],
      [[() => Credentials$, 0], () => FederatedUser$, 1, 1, 1]
    ];
    var GetSessionTokenRequest$ = [
      3,
      n0,
      _GSTR,
      0,
      [_DS, _SN, _TC, _MSTS],
      [1, 0, 0, 1]
    ];
    var GetSessionTokenResponse$ = [
      3,
      n0,
      _GSTRe,
      0,
      [_C, _STU, _STS],
      [[() => Credentials$, 0], 1, 1]
    ];
    var GetWebIdentityTokenRequest$ = [
      3,
      n0,
      _GWITR,
      0,
      [_Au, _SA, _DS, _T],
      [64 | 0, 0, 1, () => tagListType],
      2
    ];
    var GetWebIdentityTokenResponse$ = [
      3,
      n0,
      _GWITRe,
      0,
      [_WIT, _E],
      [[() => webIdentityTokenType, 0], 4]
    ];
    var PolicyDescriptorType$ = [
      3,
      n0,
      _PDT,
      0,
      [_a],
      [0]
    ];
    var ProvidedContext$ = [
      3,
      n0,
      _PCr,
      0,
      [_PAro, _CA],
      [0, 0]
    ];
    var Tag$ = [
      3,
      n0,
      _Ta,
      0,
      [_K, _V],
      [0, 0],
      2
    ];
    var policyDescriptorListType = [
      1,
      n0,
      _pDLT,
      0,
      () => PolicyDescriptorType$
    ];
    var ProvidedContextsListType = [
      1,
      n0,
      _PCLT,
      0,
      () => ProvidedContext$
    ];
    var tagListType = [
      1,
      n0,
      _tLT,
      0,
      () => Tag$
    ];
    var AssumeRole$ = [
      9,
      n0,
      _AR,
      0,
      () => AssumeRoleRequest$,
      () => AssumeRoleResponse$
    ];
    var AssumeRoleWithSAML$ = [
      9,
      n0,
      _ARWSAML,
      0,
      () => AssumeRoleWithSAMLRequest$,
      () => AssumeRoleWithSAMLResponse$
    ];
    var AssumeRoleWithWebIdentity$ = [
      9,
      n0,
      _ARWWI,
      0,
      () => AssumeRoleWithWebIdentityRequest$,
      () => AssumeRoleWithWebIdentityResponse$
    ];
    var AssumeRoot$ = [
      9,
      n0,
      _ARs,
      0,
      () => AssumeRootRequest$,
      () => AssumeRootResponse$
    ];
    var DecodeAuthorizationMessage$ = [
      9,
      n0,
      _DAM,
      0,
      () => DecodeAuthorizationMessageRequest$,
      () => DecodeAuthorizationMessageResponse$
    ];
    var GetAccessKeyInfo$ = [
      9,
      n0,
      _GAKI,
      0,
      () => GetAccessKeyInfoRequest$,
      () => GetAccessKeyInfoResponse$
    ];
    var GetCallerIdentity$ = [
      9,
      n0,
      _GCI,
      0,
      () => GetCallerIdentityRequest$,
      () => GetCallerIdentityResponse$
    ];
    var GetDelegatedAccessToken$ = [
      9,
      n0,
      _GDAT,
      0,
      () => GetDelegatedAccessTokenRequest$,
      () => GetDelegatedAccessTokenResponse$
    ];
    var GetFederationToken$ = [
      9,
      n0,
      _GFT,
      0,
      () => GetFederationTokenRequest$,
      () => GetFederationTokenResponse$
    ];
    var GetSessionToken$ = [
      9,
      n0,
      _GST,
      0,
      () => GetSessionTokenRequest$,
      () => GetSessionTokenResponse$
    ];
    var GetWebIdentityToken$ = [
      9,
      n0,
      _GWIT,
      0,
      () => GetWebIdentityTokenRequest$,
      () => GetWebIdentityTokenResponse$
    ];
    var getRuntimeConfig$1 = (config) => {
      return {
        apiVersion: "2011-06-15",
        base64Decoder: config?.base64Decoder ?? fromBase64,
        base64Encoder: config?.base64Encoder ?? toBase64,
        disableHostPrefix: config?.disableHostPrefix ?? false,
        endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
        extensions: config?.extensions ?? [],
        httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSTSHttpAuthSchemeProvider,
        httpAuthSchemes: config?.httpAuthSchemes ?? [
          {
            schemeId: "aws.auth#sigv4",
            identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
            signer: new AwsSdkSigV4Signer()
          },
          {
            schemeId: "aws.auth#sigv4a",
            identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4a"),
            signer: new AwsSdkSigV4ASigner()
          },
          {
            schemeId: "smithy.api#noAuth",
            identityProvider: (ipc) => ipc.getIdentityProvider("smithy.api#noAuth") || (async () => ({})),
            signer: new NoAuthSigner()
          }
        ],
        logger: config?.logger ?? new NoOpLogger(),
        protocol: config?.protocol ?? AwsQueryProtocol,
        protocolSettings: config?.protocolSettings ?? {
          defaultNamespace: "com.amazonaws.sts",
          errorTypeRegistries,
          xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
          version: "2011-06-15",
          serviceTarget: "AWSSecurityTokenServiceV20110615"
        },
        serviceId: config?.serviceId ?? "STS",
        sha256: config?.sha256 ?? Sha256,
        signerConstructor: config?.signerConstructor ?? SignatureV4MultiRegion,
        urlParser: config?.urlParser ?? parseUrl,
        utf8Decoder: config?.utf8Decoder ?? fromUtf8,
        utf8Encoder: config?.utf8Encoder ?? toUtf8
      };
    };
    var getRuntimeConfig = (config) => {
      emitWarningIfUnsupportedVersion(process.version);
      const defaultsMode = resolveDefaultsModeConfig(config);
      const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
      const clientSharedValues = getRuntimeConfig$1(config);
      emitWarningIfUnsupportedVersion$1(process.version);
      const loaderConfig = {
        profile: config?.profile,
        logger: clientSharedValues.logger
      };
      return {
        ...clientSharedValues,
        ...config,
        runtime: "node",
        defaultsMode,
        authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
        bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
        credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
        defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
        defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: packageInfo.version }),
        httpAuthSchemes: config?.httpAuthSchemes ?? [
          {
            schemeId: "aws.auth#sigv4",
            identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4") || (async (idProps) => await defaultProvider(idProps?.__config || {})()),
            signer: new AwsSdkSigV4Signer()
          },
          {
            schemeId: "aws.auth#sigv4a",
            identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4a"),
            signer: new AwsSdkSigV4ASigner()
          },
          {
            schemeId: "smithy.api#noAuth",
            identityProvider: (ipc) => ipc.getIdentityProvider("smithy.api#noAuth") || (async () => ({})),
            signer: new NoAuthSigner()
          }
        ],
        maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
        region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
        requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
        retryMode: config?.retryMode ?? loadConfig({
          ...NODE_RETRY_MODE_CONFIG_OPTIONS,
          default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
        }, config),
        sigv4aSigningRegionSet: config?.sigv4aSigningRegionSet ?? loadConfig(NODE_SIGV4A_CONFIG_OPTIONS, loaderConfig),
        streamCollector: config?.streamCollector ?? streamCollector,
        useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
      };
    };
    var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
      const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
      let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
      let _credentials = runtimeConfig.credentials;
      return {
        setHttpAuthScheme(httpAuthScheme) {
          const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
          if (index === -1) {
            _httpAuthSchemes.push(httpAuthScheme);
          } else {
            _httpAuthSchemes.splice(index, 1, httpAuthScheme);
          }
        },
        httpAuthSchemes() {
          return _httpAuthSchemes;
        },
        setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
          _httpAuthSchemeProvider = httpAuthSchemeProvider;
        },
        httpAuthSchemeProvider() {
          return _httpAuthSchemeProvider;
        },
        setCredentials(credentials) {
          _credentials = credentials;
        },
        credentials() {
          return _credentials;
        }
      };
    };
    var resolveHttpAuthRuntimeConfig = (config) => {
      return {
        httpAuthSchemes: config.httpAuthSchemes(),
        httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
        credentials: config.credentials()
      };
    };
    var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
      const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
      extensions.forEach((extension) => extension.configure(extensionConfiguration));
      return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
    };
    var STSClient2 = class extends Client {
      config;
      constructor(...[configuration2]) {
        const _config_0 = getRuntimeConfig(configuration2 || {});
        super(_config_0);
        this.initConfig = _config_0;
        const _config_1 = resolveClientEndpointParameters(_config_0);
        const _config_2 = resolveUserAgentConfig(_config_1);
        const _config_3 = resolveRetryConfig(_config_2);
        const _config_4 = resolveRegionConfig(_config_3);
        const _config_5 = resolveHostHeaderConfig(_config_4);
        const _config_6 = resolveEndpointConfig(_config_5);
        const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
        const _config_8 = resolveRuntimeExtensions(_config_7, configuration2?.extensions || []);
        this.config = _config_8;
        this.middlewareStack.use(getSchemaSerdePlugin(this.config));
        this.middlewareStack.use(getUserAgentPlugin(this.config));
        this.middlewareStack.use(getRetryPlugin(this.config));
        this.middlewareStack.use(getContentLengthPlugin(this.config));
        this.middlewareStack.use(getHostHeaderPlugin(this.config));
        this.middlewareStack.use(getLoggerPlugin(this.config));
        this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
        this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
          httpAuthSchemeParametersProvider: defaultSTSHttpAuthSchemeParametersProvider,
          identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
            "aws.auth#sigv4": config.credentials,
            "aws.auth#sigv4a": config.credentials
          })
        }));
        this.middlewareStack.use(getHttpSigningPlugin(this.config));
      }
      destroy() {
        super.destroy();
      }
    };
    var command = makeBuilder(commonParams, "AWSSecurityTokenServiceV20110615", "STSClient", getEndpointPlugin);
    var _ep0 = {};
    var _mw0 = (Command, cs, config, o2) => [];
    var AssumeRoleCommand2 = class extends command(_ep0, _mw0, "AssumeRole", AssumeRole$) {
    };
    var AssumeRoleWithSAMLCommand = class extends command(_ep0, _mw0, "AssumeRoleWithSAML", AssumeRoleWithSAML$) {
    };
    var AssumeRoleWithWebIdentityCommand = class extends command(_ep0, _mw0, "AssumeRoleWithWebIdentity", AssumeRoleWithWebIdentity$) {
    };
    var AssumeRootCommand = class extends command(_ep0, _mw0, "AssumeRoot", AssumeRoot$) {
    };
    var DecodeAuthorizationMessageCommand = class extends command(_ep0, _mw0, "DecodeAuthorizationMessage", DecodeAuthorizationMessage$) {
    };
    var GetAccessKeyInfoCommand = class extends command(_ep0, _mw0, "GetAccessKeyInfo", GetAccessKeyInfo$) {
    };
    var GetCallerIdentityCommand2 = class extends command(_ep0, _mw0, "GetCallerIdentity", GetCallerIdentity$) {
    };
    var GetDelegatedAccessTokenCommand = class extends command(_ep0, _mw0, "GetDelegatedAccessToken", GetDelegatedAccessToken$) {
    };
    var GetFederationTokenCommand = class extends command(_ep0, _mw0, "GetFederationToken", GetFederationToken$) {
    };
    var GetSessionTokenCommand = class extends command(_ep0, _mw0, "GetSessionToken", GetSessionToken$) {
    };
    var GetWebIdentityTokenCommand = class extends command(_ep0, _mw0, "GetWebIdentityToken", GetWebIdentityToken$) {
    };
    var commands = {
      AssumeRoleCommand: AssumeRoleCommand2,
      AssumeRoleWithSAMLCommand,
      AssumeRoleWithWebIdentityCommand,
      AssumeRootCommand,
      DecodeAuthorizationMessageCommand,
      GetAccessKeyInfoCommand,
      GetCallerIdentityCommand: GetCallerIdentityCommand2,
      GetDelegatedAccessTokenCommand,
      GetFederationTokenCommand,
      GetSessionTokenCommand,
      GetWebIdentityTokenCommand
    };
    var STS = class extends STSClient2 {
    };
    createAggregatedClient(commands, STS);
    var getAccountIdFromAssumedRoleUser = (assumedRoleUser) => {
      if (typeof assumedRoleUser?.Arn === "string") {
        const arnComponents = assumedRoleUser.Arn.split(":");
        if (arnComponents.length > 4 && arnComponents[4] !== "") {
          return arnComponents[4];
        }
      }
      return void 0;
    };
    var resolveRegion = async (_region, _parentRegion, credentialProviderLogger, loaderConfig = {}) => {
      const region = typeof _region === "function" ? await _region() : _region;
      const parentRegion = typeof _parentRegion === "function" ? await _parentRegion() : _parentRegion;
      let stsDefaultRegion = "";
      const resolvedRegion = region ?? parentRegion ?? (stsDefaultRegion = await stsRegionDefaultResolver(loaderConfig)());
      credentialProviderLogger?.debug?.("@aws-sdk/client-sts::resolveRegion", "accepting first of:", `${region} (credential provider clientConfig)`, `${parentRegion} (contextual client)`, `${stsDefaultRegion} (STS default: AWS_REGION, profile region, or us-east-1)`);
      return resolvedRegion;
    };
    var getDefaultRoleAssumer$1 = (stsOptions, STSClient3) => {
      let stsClient2;
      let closureSourceCreds;
      return async (sourceCreds, params) => {
        closureSourceCreds = sourceCreds;
        if (!stsClient2) {
          const { logger = stsOptions?.parentClientConfig?.logger, profile = stsOptions?.parentClientConfig?.profile, region, requestHandler = stsOptions?.parentClientConfig?.requestHandler, credentialProviderLogger, userAgentAppId = stsOptions?.parentClientConfig?.userAgentAppId } = stsOptions;
          const resolvedRegion = await resolveRegion(region, stsOptions?.parentClientConfig?.region, credentialProviderLogger, {
            logger,
            profile
          });
          const isCompatibleRequestHandler = !isH2(requestHandler);
          stsClient2 = new STSClient3({
            ...stsOptions,
            userAgentAppId,
            profile,
            credentialDefaultProvider: () => async () => closureSourceCreds,
            region: resolvedRegion,
            requestHandler: isCompatibleRequestHandler ? requestHandler : void 0,
            logger
          });
        }
        const { Credentials, AssumedRoleUser } = await stsClient2.send(new AssumeRoleCommand2(params));
        if (!Credentials || !Credentials.AccessKeyId || !Credentials.SecretAccessKey) {
          throw new Error(`Invalid response from STS.assumeRole call with role ${params.RoleArn}`);
        }
        const accountId = getAccountIdFromAssumedRoleUser(AssumedRoleUser);
        const credentials = {
          accessKeyId: Credentials.AccessKeyId,
          secretAccessKey: Credentials.SecretAccessKey,
          sessionToken: Credentials.SessionToken,
          expiration: Credentials.Expiration,
          ...Credentials.CredentialScope && { credentialScope: Credentials.CredentialScope },
          ...accountId && { accountId }
        };
        setCredentialFeature(credentials, "CREDENTIALS_STS_ASSUME_ROLE", "i");
        return credentials;
      };
    };
    var getDefaultRoleAssumerWithWebIdentity$1 = (stsOptions, STSClient3) => {
      let stsClient2;
      return async (params) => {
        if (!stsClient2) {
          const { logger = stsOptions?.parentClientConfig?.logger, profile = stsOptions?.parentClientConfig?.profile, region, requestHandler = stsOptions?.parentClientConfig?.requestHandler, credentialProviderLogger, userAgentAppId = stsOptions?.parentClientConfig?.userAgentAppId } = stsOptions;
          const resolvedRegion = await resolveRegion(region, stsOptions?.parentClientConfig?.region, credentialProviderLogger, {
            logger,
            profile
          });
          const isCompatibleRequestHandler = !isH2(requestHandler);
          stsClient2 = new STSClient3({
            ...stsOptions,
            userAgentAppId,
            profile,
            region: resolvedRegion,
            requestHandler: isCompatibleRequestHandler ? requestHandler : void 0,
            logger
          });
        }
        const { Credentials, AssumedRoleUser } = await stsClient2.send(new AssumeRoleWithWebIdentityCommand(params));
        if (!Credentials || !Credentials.AccessKeyId || !Credentials.SecretAccessKey) {
          throw new Error(`Invalid response from STS.assumeRoleWithWebIdentity call with role ${params.RoleArn}`);
        }
        const accountId = getAccountIdFromAssumedRoleUser(AssumedRoleUser);
        const credentials = {
          accessKeyId: Credentials.AccessKeyId,
          secretAccessKey: Credentials.SecretAccessKey,
          sessionToken: Credentials.SessionToken,
          expiration: Credentials.Expiration,
          ...Credentials.CredentialScope && { credentialScope: Credentials.CredentialScope },
          ...accountId && { accountId }
        };
        if (accountId) {
          setCredentialFeature(credentials, "RESOLVED_ACCOUNT_ID", "T");
        }
        setCredentialFeature(credentials, "CREDENTIALS_STS_ASSUME_ROLE_WEB_ID", "k");
        return credentials;
      };
    };
    var isH2 = (requestHandler) => {
      return requestHandler?.metadata?.handlerProtocol === "h2";
    };
    var getCustomizableStsClientCtor = (baseCtor, customizations) => {
      if (!customizations)
        return baseCtor;
      else
        return class CustomizableSTSClient extends baseCtor {
          constructor(config) {
            super(config);
            for (const customization of customizations) {
              this.middlewareStack.use(customization);
            }
          }
        };
    };
    var getDefaultRoleAssumer = (stsOptions = {}, stsPlugins) => getDefaultRoleAssumer$1(stsOptions, getCustomizableStsClientCtor(STSClient2, stsPlugins));
    var getDefaultRoleAssumerWithWebIdentity = (stsOptions = {}, stsPlugins) => getDefaultRoleAssumerWithWebIdentity$1(stsOptions, getCustomizableStsClientCtor(STSClient2, stsPlugins));
    var decorateDefaultCredentialProvider = (provider2) => (input) => provider2({
      roleAssumer: getDefaultRoleAssumer(input),
      roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(input),
      ...input
    });
    exports.AssumeRole$ = AssumeRole$;
    exports.AssumeRoleCommand = AssumeRoleCommand2;
    exports.AssumeRoleRequest$ = AssumeRoleRequest$;
    exports.AssumeRoleResponse$ = AssumeRoleResponse$;
    exports.AssumeRoleWithSAML$ = AssumeRoleWithSAML$;
    exports.AssumeRoleWithSAMLCommand = AssumeRoleWithSAMLCommand;
    exports.AssumeRoleWithSAMLRequest$ = AssumeRoleWithSAMLRequest$;
    exports.AssumeRoleWithSAMLResponse$ = AssumeRoleWithSAMLResponse$;
    exports.AssumeRoleWithWebIdentity$ = AssumeRoleWithWebIdentity$;
    exports.AssumeRoleWithWebIdentityCommand = AssumeRoleWithWebIdentityCommand;
    exports.AssumeRoleWithWebIdentityRequest$ = AssumeRoleWithWebIdentityRequest$;
    exports.AssumeRoleWithWebIdentityResponse$ = AssumeRoleWithWebIdentityResponse$;
    exports.AssumeRoot$ = AssumeRoot$;
    exports.AssumeRootCommand = AssumeRootCommand;
    exports.AssumeRootRequest$ = AssumeRootRequest$;
    exports.AssumeRootResponse$ = AssumeRootResponse$;
    exports.AssumedRoleUser$ = AssumedRoleUser$;
    exports.Credentials$ = Credentials$;
    exports.DecodeAuthorizationMessage$ = DecodeAuthorizationMessage$;
    exports.DecodeAuthorizationMessageCommand = DecodeAuthorizationMessageCommand;
    exports.DecodeAuthorizationMessageRequest$ = DecodeAuthorizationMessageRequest$;
    exports.DecodeAuthorizationMessageResponse$ = DecodeAuthorizationMessageResponse$;
    exports.ExpiredTokenException = ExpiredTokenException;
    exports.ExpiredTokenException$ = ExpiredTokenException$;
    exports.ExpiredTradeInTokenException = ExpiredTradeInTokenException;
    exports.ExpiredTradeInTokenException$ = ExpiredTradeInTokenException$;
    exports.FederatedUser$ = FederatedUser$;
    exports.GetAccessKeyInfo$ = GetAccessKeyInfo$;
    exports.GetAccessKeyInfoCommand = GetAccessKeyInfoCommand;
    exports.GetAccessKeyInfoRequest$ = GetAccessKeyInfoRequest$;
    exports.GetAccessKeyInfoResponse$ = GetAccessKeyInfoResponse$;
    exports.GetCallerIdentity$ = GetCallerIdentity$;
    exports.GetCallerIdentityCommand = GetCallerIdentityCommand2;
    exports.GetCallerIdentityRequest$ = GetCallerIdentityRequest$;
    exports.GetCallerIdentityResponse$ = GetCallerIdentityResponse$;
    exports.GetDelegatedAccessToken$ = GetDelegatedAccessToken$;
    exports.GetDelegatedAccessTokenCommand = GetDelegatedAccessTokenCommand;
    exports.GetDelegatedAccessTokenRequest$ = GetDelegatedAccessTokenRequest$;
    exports.GetDelegatedAccessTokenResponse$ = GetDelegatedAccessTokenResponse$;
    exports.GetFederationToken$ = GetFederationToken$;
    exports.GetFederationTokenCommand = GetFederationTokenCommand;
    exports.GetFederationTokenRequest$ = GetFederationTokenRequest$;
    exports.GetFederationTokenResponse$ = GetFederationTokenResponse$;
    exports.GetSessionToken$ = GetSessionToken$;
    exports.GetSessionTokenCommand = GetSessionTokenCommand;
    exports.GetSessionTokenRequest$ = GetSessionTokenRequest$;
    exports.GetSessionTokenResponse$ = GetSessionTokenResponse$;
    exports.GetWebIdentityToken$ = GetWebIdentityToken$;
    exports.GetWebIdentityTokenCommand = GetWebIdentityTokenCommand;
    exports.GetWebIdentityTokenRequest$ = GetWebIdentityTokenRequest$;
    exports.GetWebIdentityTokenResponse$ = GetWebIdentityTokenResponse$;
    exports.IDPCommunicationErrorException = IDPCommunicationErrorException;
    exports.IDPCommunicationErrorException$ = IDPCommunicationErrorException$;
    exports.IDPRejectedClaimException = IDPRejectedClaimException;
    exports.IDPRejectedClaimException$ = IDPRejectedClaimException$;
    exports.InvalidAuthorizationMessageException = InvalidAuthorizationMessageException;
    exports.InvalidAuthorizationMessageException$ = InvalidAuthorizationMessageException$;
    exports.InvalidIdentityTokenException = InvalidIdentityTokenException;
    exports.InvalidIdentityTokenException$ = InvalidIdentityTokenException$;
    exports.JWTPayloadSizeExceededException = JWTPayloadSizeExceededException;
    exports.JWTPayloadSizeExceededException$ = JWTPayloadSizeExceededException$;
    exports.MalformedPolicyDocumentException = MalformedPolicyDocumentException;
    exports.MalformedPolicyDocumentException$ = MalformedPolicyDocumentException$;
    exports.OutboundWebIdentityFederationDisabledException = OutboundWebIdentityFederationDisabledException;
    exports.OutboundWebIdentityFederationDisabledException$ = OutboundWebIdentityFederationDisabledException$;
    exports.PackedPolicyTooLargeException = PackedPolicyTooLargeException;
    exports.PackedPolicyTooLargeException$ = PackedPolicyTooLargeException$;
    exports.PolicyDescriptorType$ = PolicyDescriptorType$;
    exports.ProvidedContext$ = ProvidedContext$;
    exports.RegionDisabledException = RegionDisabledException;
    exports.RegionDisabledException$ = RegionDisabledException$;
    exports.STS = STS;
    exports.STSClient = STSClient2;
    exports.STSServiceException = STSServiceException;
    exports.STSServiceException$ = STSServiceException$;
    exports.SessionDurationEscalationException = SessionDurationEscalationException;
    exports.SessionDurationEscalationException$ = SessionDurationEscalationException$;
    exports.Tag$ = Tag$;
    exports.decorateDefaultCredentialProvider = decorateDefaultCredentialProvider;
    exports.errorTypeRegistries = errorTypeRegistries;
    exports.getDefaultRoleAssumer = getDefaultRoleAssumer;
    exports.getDefaultRoleAssumerWithWebIdentity = getDefaultRoleAssumerWithWebIdentity;
  }
});

// src/connectors/aws-iam/policy.ts
function readPolicy(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const statements = [value["Statement"]].flat();
  const read4 = statements.map(readStatement);
  return read4.every((statement) => statement !== null) ? read4 : null;
}
function readStatement(value) {
  if (!isRecord(value)) return null;
  const effect = value["Effect"];
  if (effect !== "Allow" && effect !== "Deny") return null;
  const conditions = {};
  const given2 = value["Condition"] ?? {};
  if (!isRecord(given2)) return null;
  for (const [operator, keys] of Object.entries(given2)) {
    if (!isRecord(keys)) return null;
    conditions[operator] = Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [key, texts(values)])
    );
  }
  return {
    effect,
    actions: value["Action"] === void 0 ? null : texts(value["Action"]),
    notActions: texts(value["NotAction"] ?? []),
    resources: value["Resource"] === void 0 ? null : texts(value["Resource"]),
    notResources: texts(value["NotResource"] ?? []),
    principal: value["Principal"],
    hasNotPrincipal: value["NotPrincipal"] !== void 0,
    conditions
  };
}
function texts(value) {
  const list = [value].flat();
  return list.map(String);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/connectors/aws-iam/boundary.ts
function isDead(piece, boundary) {
  const statements = boundary === null ? null : readPolicy(boundary);
  if (!statements) return true;
  const { Action, Resource } = readBody(piece);
  const pairs = [Action].flat().flatMap((action) => [Resource].flat().map((resource) => ({ action: asciiLower(action), resource })));
  return pairs.every((pair) => {
    const allowed = statements.some((statement) => statement.effect === "Allow" && touches(statement, pair));
    const denied = statements.some((statement) => statement.effect === "Deny" && swallows(statement, pair));
    return !allowed || denied;
  });
}
function touches({ actions, notActions, resources, notResources }, { action, resource }) {
  const onAction = actions ? actions.some((pattern) => intersects(asciiLower(pattern), action)) : !notActions.some((pattern) => covers(asciiLower(pattern), action));
  const onResource = resources ? resources.some((pattern) => intersects(known(pattern), known(resource))) : !notResources.some((pattern) => covers(pattern, resource));
  return onAction && onResource;
}
function swallows({ actions, notActions, resources, notResources, conditions }, { action, resource }) {
  const onAction = actions ? actions.some((pattern) => covers(asciiLower(pattern), action)) : !notActions.some((pattern) => intersects(asciiLower(pattern), action));
  const onResource = resources ? resources.some((pattern) => covers(pattern, resource)) : !notResources.some((pattern) => intersects(known(pattern), known(resource)));
  return onAction && onResource && Object.keys(conditions).length === 0;
}
function known(pattern) {
  return pattern.replaceAll(/\$\{[^}]*\}/gu, "*");
}

// src/connectors/aws-iam/trust.ts
function trustFault(trust, account, others) {
  const statements = readPolicy(trust);
  const [only, second] = statements ?? [];
  if (!only || second) return no("it must have exactly one statement");
  if (only.effect !== "Allow" || only.hasNotPrincipal)
    return no("its statement must be an Allow with a Principal");
  if (!isRoot(only.principal, account)) return no("its only principal must be the root of this account");
  const [action, more] = only.actions ?? [];
  if (action === void 0 || more !== void 0 || asciiLower(action) !== "sts:assumerole") {
    return no("it must allow sts:AssumeRole and nothing else");
  }
  const patterns = principalPatterns(only);
  if (!patterns) return no("it needs a condition ArnLike on aws:PrincipalArn");
  const folders = [...new Set(others.map(folderOf))];
  const open2 = patterns.find(
    (pattern) => pattern.includes("${") || folders.some((folder) => intersects(pattern, folder))
  );
  if (open2 !== void 0) return no(`its condition lets entitlement roles in ("${open2}")`);
  return { admits: (arn) => patterns.some((pattern) => matches(pattern, arn)) };
}
function no(why) {
  return { fault: { why } };
}
function isRoot(principal, account) {
  if (!isRecord(principal) || Object.keys(principal).join() !== "AWS") return false;
  const names = [principal["AWS"]].flat();
  const [name] = names;
  return names.length === 1 && typeof name === "string" && (name === account || new RegExp(`^arn:aws(?:-cn|-us-gov)?:iam::${account}:root$`, "u").test(name));
}
function principalPatterns({ conditions }) {
  const keys = Object.hasOwn(conditions, "ArnLike") ? conditions["ArnLike"] : void 0;
  const [found, second] = Object.entries(keys ?? {}).filter(([key]) => asciiLower(key) === "aws:principalarn");
  return found && !second && found[1].length > 0 ? found[1] : null;
}
function folderOf(arn) {
  const folder = arn.slice(0, arn.lastIndexOf("/") + 1);
  return folder.endsWith(":role/") ? arn : `${folder}*`;
}

// src/connectors/aws-iam/role.ts
var SESSION_SECONDS = 3600;
function roleFault(live, role, holder, account, roles) {
  const found = live.principals.get(resourceOf(role));
  if (!found || found.arn !== role || found.trust === null) {
    return {
      code: "role-missing",
      why: `Role ${role} doesn’t exist. Create it with the trust in docs/aws/entitlement-role-trust.json, or correct the entitlement’s target.`
    };
  }
  if (found.maxSession !== SESSION_SECONDS) {
    const length = found.maxSession === null ? "unknown" : `${found.maxSession} s`;
    return {
      code: "role-session",
      why: `Sessions of ${role} may last too long (MaxSessionDuration ${length}): a session outlives the grant’s end. Set it to ${SESSION_SECONDS}.`
    };
  }
  const judged = trustFault(found.trust, account, [role, ...roles]);
  const repair = "Set it as docs/aws/entitlement-role-trust.json shows.";
  if ("fault" in judged)
    return { code: "role-trust", why: `The trust of ${role} is not safe: ${judged.fault.why}. ${repair}` };
  if (!judged.admits(holder))
    return { code: "role-trust", why: `The trust of ${role} doesn’t let ${holder} in. ${repair}` };
  return null;
}

// src/connectors/aws-iam/size.ts
function withoutSpace(document) {
  if (!/\s/u.test(document)) return document;
  let kept2 = "";
  let inText = false;
  for (let i = 0; i < document.length; i++) {
    const char = document[i] ?? "";
    if (inText && char === "\\") {
      kept2 += char + (document[i + 1] ?? "");
      i++;
      continue;
    }
    if (char === '"') inText = !inText;
    if (inText || !/\s/u.test(char)) kept2 += char;
  }
  return kept2;
}
function sizeOf(document) {
  return withoutSpace(document).length;
}

// src/connectors/aws-iam/decode.ts
function decodeDocument(text) {
  const recognised = recognise(text);
  if (recognised) return { pieces: recognised, alien: [] };
  const decoded = readDocument(text);
  for (const { body } of decoded.pieces) keepIn(bodies, MOST, body.slice(1), body);
  return decoded;
}
function readDocument(text) {
  const statements = readStatements(text);
  if (typeof statements === "string") return { pieces: [], alien: [statements] };
  const pieces = /* @__PURE__ */ new Map();
  const alien = [];
  for (const statement of statements) {
    const piece = readStatement2(statement);
    if (typeof piece === "string") alien.push(piece);
    else if (pieces.has(piece.id)) alien.push(`statement g${piece.id} stands twice`);
    else pieces.set(piece.id, piece);
  }
  return { pieces: [...pieces.values()], alien };
}
var bodies = /* @__PURE__ */ new Map();
var MOST = 2e4;
var SID = /\{"Sid":"g(([0-9a-f]{16})x[1-9]\d{0,3})",/uy;
function recognise(text) {
  if (!text.startsWith(DOCUMENT_HEAD) || !text.endsWith(DOCUMENT_TAIL)) return null;
  const end = text.length - DOCUMENT_TAIL.length;
  const pieces = /* @__PURE__ */ new Map();
  let at = DOCUMENT_HEAD.length;
  while (at < end) {
    SID.lastIndex = at;
    const [head = "", id, key] = SID.exec(text) ?? [];
    if (id === void 0 || key === void 0 || pieces.has(id)) return null;
    const next = text.indexOf(',{"Sid":"', SID.lastIndex);
    const stop = next === -1 ? end : next;
    const body = bodies.get(text.slice(at + head.length, stop));
    if (body === void 0) return null;
    pieces.set(id, { id, key, body, enforcement: "target" });
    at = stop + 1;
  }
  return at === end + 1 ? [...pieces.values()] : null;
}
function readStatements(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  if (JSON.stringify(value) !== withoutSpace(text)) return "JSON in a form that we don’t write";
  if (!isRecord(value) || !hasExactly(value, ["Version", "Statement"]))
    return "not a document with Version and Statement";
  const { Version, Statement } = value;
  return Version === "2012-10-17" && Array.isArray(Statement) && Statement.length > 0 ? Statement : "another version or form";
}
function readStatement2(value) {
  if (!isRecord(value)) return "a statement that is not a mapping";
  const sid = value["Sid"];
  const match = typeof sid === "string" ? /^g(([0-9a-f]{16})x[1-9]\d{0,3})$/u.exec(sid) : null;
  const [, id, key] = match ?? [];
  if (id === void 0 || key === void 0) return "a statement whose Sid is not a grant’s";
  const named = `statement ${String(sid)}`;
  if (!hasExactly(value, ["Sid", "Effect", "Action", "Resource", "Condition"]))
    return `${named} has other parts than ours`;
  if (value["Effect"] !== "Allow") return `${named} is not an Allow`;
  const content = readContent(value);
  return typeof content === "string" ? `${named} ${content}` : { id, key, body: bodyOf(content), enforcement: "target" };
}
function readContent(value) {
  const [actions, resources] = [texts2(value["Action"]), texts2(value["Resource"])];
  if (!actions || !resources) return "has no readable Action and Resource";
  const condition = value["Condition"];
  if (!isRecord(condition)) return "has no condition";
  const { [UNTIL_OPERATOR]: last2, [FROM_OPERATOR]: first, ...conditions } = condition;
  const until = readDate(last2);
  const from = first === void 0 ? null : readDate(first);
  if (until === null) return "has no end that we can read";
  if (first !== void 0 && from === null) return "has a beginning that we can’t read";
  const isFree = Object.keys(conditions).length === 0;
  if (actions.length === 1 && actions[0] === ASSUME_ROLE) {
    const isExact = resources.length === 1 && isFree && isTarget({ assumeRole: resources[0] });
    return isExact ? { actions, resources, conditions: {}, from, until } : "lets assume more than one exact role, or has a condition that we don’t write";
  }
  const target = { statements: [{ actions, resources, ...!isFree && { conditions } }] };
  const [statement] = isTarget(target) && "statements" in target ? target.statements : [];
  if (!statement) return "is not of a form that a target can have";
  const [problem] = checkStatement(statement, []);
  return problem ? `may not stand: ${problem.message}` : { actions, resources, conditions: statement.conditions ?? {}, from, until };
}
function readDate(value) {
  if (!isRecord(value) || !hasExactly(value, [NOW_KEY])) return null;
  const text = value[NOW_KEY];
  if (typeof text !== "string") return null;
  const at = readInstant(text, "end");
  return at !== null && writeInstant(at) === text ? at : null;
}
function texts2(value) {
  const list = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every((item2) => typeof item2 === "string") ? unique(list) : null;
}
function hasExactly(value, keys) {
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => own.includes(key));
}

// src/connectors/aws-iam/standing.ts
var NOTHING = { pieces: [], alien: ["a policy whose document can’t be read"] };
function stateOf(detail, policies2, instance) {
  const documents = /* @__PURE__ */ new Map();
  let foreignInline = 0;
  for (const { name, document } of detail.inline) {
    if (name !== instance) foreignInline += sizeOf(document);
    else {
      const decoded = decodeDocument(document);
      documents.set(INLINE, {
        slot: INLINE,
        decoded,
        arn: null,
        attached: true,
        defaultVersion: null,
        oldVersions: []
      });
    }
  }
  const ours = /* @__PURE__ */ new Set();
  for (const policy of policies2) {
    const shard = readShard(instance, policy.path, policy.name);
    if (shard?.principalId !== detail.id) continue;
    const { arn, defaultVersion, versions } = policy;
    const document = versions.find((version) => version.id === defaultVersion)?.document;
    ours.add(arn);
    documents.set(shard.n, {
      slot: shard.n,
      decoded: typeof document === "string" ? decodeDocument(document) : NOTHING,
      arn,
      attached: detail.attached.includes(arn),
      defaultVersion,
      oldVersions: versions.filter((version) => version.id !== defaultVersion).map((version) => version.id)
    });
  }
  const foreignAttachments = detail.attached.filter((arn) => !ours.has(arn)).length;
  return { detail, documents, foreignInline, foreignAttachments };
}
function layoutOf(state) {
  return new Map(
    [...state.documents.values()].filter((each) => each.attached).map((each) => [each.slot, each.decoded.pieces])
  );
}
function nameOfSlot(state, slot, instance) {
  const arn = state.documents.get(slot)?.arn;
  return slot === INLINE || arn === void 0 || arn === null ? instance : arn.slice(arn.lastIndexOf("/") + 1);
}
function livePrincipal(state, instance) {
  const pieces = /* @__PURE__ */ new Map();
  const alien = [];
  for (const document of [...state.documents.values()].toSorted((a, b) => a.slot - b.slot)) {
    const name = nameOfSlot(state, document.slot, instance);
    for (const [index, what] of document.decoded.alien.entries())
      alien.push({ id: `${name}#${index}`, what: `${name}: ${what}` });
    for (const version of document.oldVersions)
      alien.push({ id: `${name}@${version}`, what: `${name}: old version ${version}` });
    if (!document.attached) {
      alien.push({ id: `${name}!`, what: `${name}: not attached` });
      continue;
    }
    for (const piece of document.decoded.pieces) {
      const other = pieces.get(piece.id);
      if (!other) pieces.set(piece.id, { ...piece, owned: true });
      else alien.push({ id: `${name}#${piece.id}`, what: `${name}: a second statement g${piece.id}` });
    }
  }
  for (const group of state.detail.groups) {
    const piece = membership(group, "");
    pieces.set(piece.id, { ...piece, owned: null });
  }
  return {
    principal: state.detail.principal,
    name: state.detail.arn,
    principalId: state.detail.id,
    pieces: [...pieces.values()],
    alien
  };
}

// src/connectors/aws-iam/judge.ts
function judge(detail, goals, account, boundaries) {
  const roles = entitlementRoles(detail.states, goals);
  return goals.flatMap((goal) => {
    const state = detail.states.get(goal.principal);
    const news = goal.pieces.filter((piece) => !stands(piece, state));
    if (news.length === 0) return [];
    if (!state) return refuse(news, "principal-missing", missing(goal.principal));
    if (goal.principalId !== null && goal.principalId !== state.detail.id) {
      return refuse(news, "principal-recreated", recreated(goal.principal, state.detail.id, goal.principalId));
    }
    if (roles.has(state.detail.arn)) return refuse(news, "principal-is-entitlement", chained(goal.principal));
    return [
      ...news.flatMap((piece) => judgePiece(piece, state, detail, account, roles, boundaries)),
      ...overfull(goal, news, state, detail)
    ];
  });
}
function judgePiece(piece, { detail: principal }, { account: live }, account, roles, boundaries) {
  if (!isStatement(piece)) {
    const group = piece.id.slice(GROUP_PREFIX.length);
    const why = `Group "${group}" doesn’t exist in account ${account}. Create it, or correct the entitlement’s target.`;
    return live.groups.has(group) ? [] : refuse([piece], "group-missing", why);
  }
  const { Action, Resource } = readBody(piece);
  if (Action === ASSUME_ROLE) {
    const fault = roleFault(live, String(Resource), principal.arn, account, roles);
    if (fault) return refuse([piece], fault.code, fault.why);
  }
  const { boundary } = principal;
  if (boundary === null || !isDead(piece, boundaries.get(boundary) ?? null)) return [];
  return refuse(
    [piece],
    "boundary",
    `The permissions boundary of ${principal.principal} (${boundary}) lets nothing of it through, or can’t be read, so the grant would have no effect. Widen the boundary, or use an entitlement inside it.`
  );
}
function entitlementRoles(states, goals) {
  const roles = /* @__PURE__ */ new Set();
  const note2 = (piece) => {
    if (!isStatement(piece)) return;
    const { Action, Resource } = readBody(piece);
    if (Action === ASSUME_ROLE) roles.add(String(Resource));
  };
  for (const state of states.values()) for (const pieces of layoutOf(state).values()) pieces.forEach(note2);
  for (const goal of goals) goal.pieces.forEach(note2);
  return roles;
}
function stands(piece, state) {
  if (!state) return false;
  if (!isStatement(piece)) return state.detail.groups.includes(piece.id.slice(GROUP_PREFIX.length));
  return [...layoutOf(state).values()].flat().some((there) => there.id === piece.id && outlasts(there, piece));
}
function overfull(goal, news, state, { account }) {
  const limits = limitsFrom(account.summary);
  const own = limits[kindOf(goal.principal)];
  const wanted = new Set(goal.pieces.map((piece) => piece.id));
  const leaving = new Set([...goal.owned].filter((id) => !wanted.has(id)));
  const groups2 = state.detail.groups.filter(
    (group) => !wanted.has(`${GROUP_PREFIX}${group}`) && !leaving.has(`${GROUP_PREFIX}${group}`)
  );
  const foreign = {
    inline: state.foreignInline,
    attachments: state.foreignAttachments,
    groups: groups2.length
  };
  const misfit = misfits(goal.principal, goal.pieces, layoutOf(state), own, foreign);
  const { layout } = place(layoutOf(state), goal.pieces.filter(isStatement), roomFor(own, foreign));
  const fresh = [...layout.keys()].filter((slot) => slot !== 0 && !state.documents.has(slot)).length;
  const left2 = limits.policies - (account.summary["Policies"] ?? 0);
  if (fresh <= left2) return misfit;
  const why = `${goal.principal} needs ${fresh} more managed policies, but the account has room for ${Math.max(0, left2)} (PoliciesQuota). Delete unused policies or have the quota raised.`;
  return [...misfit, ...refuse(news.filter(isStatement), "quota-exceeded", why)];
}
function missing(principal) {
  return `${principal} doesn’t exist in the account. Create it, or correct the account in the file of its person or workload.`;
}
function recreated(principal, now, then) {
  return `${principal} was deleted and made again: its unique id is ${now}, grants were issued to ${then}. Nothing is handed over. Remove the grants and request them anew.`;
}
function chained(principal) {
  return `${principal} is itself a role that a grant lets people assume; grants to it would chain roles without end. Give the workload a role of its own.`;
}

// src/connectors/aws-iam/live.ts
var Detail = class {
  account;
  states;
  constructor(account, states) {
    this.account = account;
    this.states = states;
  }
};
function liveOf(system, account, instance) {
  const shards = shardsByOwner(account, instance);
  const states = /* @__PURE__ */ new Map();
  let foreignPolicies = 0;
  let foreignPrincipals = 0;
  for (const [name, detail] of account.principals) {
    const state = stateOf(detail, shards.get(detail.id) ?? [], instance);
    states.set(name, state);
    const inline2 = detail.inline.filter((policy) => policy.name !== instance).length;
    foreignPolicies += inline2 + state.foreignAttachments;
    if (inline2 + state.foreignAttachments > 0) foreignPrincipals++;
  }
  return {
    system,
    serverTime: account.serverTime,
    principals: new Map([...states].map(([name, state]) => [name, livePrincipal(state, instance)])),
    foreign: { principals: foreignPrincipals, policies: foreignPolicies },
    misplaced: misplaced(account, instance),
    detail: new Detail(account, states)
  };
}
function shardsByOwner(account, instance) {
  const owners = /* @__PURE__ */ new Map();
  for (const policy of account.policies.values()) {
    const owner = readShard(instance, policy.path, policy.name)?.principalId;
    if (owner !== void 0) owners.set(owner, [...owners.get(owner) ?? [], policy]);
  }
  return owners;
}
function misplaced(account, instance) {
  const found = [];
  const ids = new Set([...account.principals.values()].map((detail) => detail.id));
  const attachedTo = holders(account);
  for (const policy of account.policies.values()) {
    const shard = readShard(instance, policy.path, policy.name);
    if (!shard) continue;
    const others = (attachedTo.get(policy.arn) ?? []).filter((holder) => holder.id !== shard.principalId);
    for (const { name } of others) {
      found.push({
        id: `${policy.arn} ${name}`,
        what: `${policy.name} is attached to ${name}, for whom it wasn’t made`,
        principal: name
      });
    }
    if (!ids.has(shard.principalId)) {
      found.push({
        id: policy.arn,
        what: `${policy.name} belongs to ${shard.principalId}, who doesn’t exist any more`,
        principal: ""
      });
    }
  }
  return found.toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function holders(account) {
  const found = /* @__PURE__ */ new Map();
  const note2 = (arn, name, id) => {
    const list = found.get(arn);
    if (list) list.push({ name, id });
    else found.set(arn, [{ name, id }]);
  };
  for (const { principal, id, attached: attached2 } of account.principals.values())
    for (const arn of attached2) note2(arn, principal, id);
  for (const { name, attached: attached2 } of account.groups.values())
    for (const arn of attached2) note2(arn, `group/${name}`, "");
  return found;
}

// src/connectors/aws-iam/documents.ts
function missingDocuments({ principals, groups: groups2, policies: policies2 }) {
  const named = [
    ...[...principals.values()].flatMap(({ attached: attached2, boundary }) => [
      ...attached2,
      ...boundary === null ? [] : [boundary]
    ]),
    ...[...groups2.values()].flatMap(({ attached: attached2 }) => attached2)
  ];
  return new Set(named.filter((arn) => !policies2.has(arn)));
}
function documentsOf(account, instance, managed2) {
  const documents = new Known(account, instance, managed2);
  return {
    principal: (arn) => {
      const detail = account.principals.get(resourceOf(arn));
      return detail?.arn === arn ? documents.principal(detail) : null;
    },
    group: (name) => {
      const group = account.groups.get(name);
      return group ? documents.group(group) : null;
    },
    roles: [...account.principals.values()].flatMap(({ arn, trust }) => trust === null ? [] : [arn])
  };
}
var Known = class {
  #account;
  #instance;
  #managed;
  #principals = /* @__PURE__ */ new Map();
  constructor(account, instance, managed2) {
    this.#account = account;
    this.#instance = instance;
    this.#managed = managed2;
  }
  principal(detail) {
    let known2 = this.#principals.get(detail.arn);
    if (!known2) this.#principals.set(detail.arn, known2 = this.#read(detail));
    return known2;
  }
  group({ name, inline: inline2, attached: attached2 }) {
    const policies2 = [
      ...inline2.map((policy) => [`inline policy ${policy.name} of group ${name}`, policy.document]),
      ...attached2.map((arn) => [`${arn} on group ${name}`, this.#document(arn)])
    ];
    return together(policies2);
  }
  #read({ principal, inline: inline2, attached: attached2, groups: groups2, boundary, trust, arn }) {
    const own = [
      ...inline2.filter(({ name }) => name !== this.#instance).map(({ name, document }) => [`inline policy ${name} of ${principal}`, document]),
      ...attached2.filter((policy) => !this.#isOurs(policy)).map((policy) => [`${policy} on ${principal}`, this.#document(policy)])
    ];
    const known2 = [together(own), ...groups2.map((name) => this.#group(name))];
    return {
      sources: known2.flatMap(({ sources }) => sources),
      unread: known2.flatMap(({ unread }) => unread),
      boundary: boundary === null ? null : statementsOf(this.#document(boundary)) ?? "unread",
      trusts: trustOf(trust, arn)
    };
  }
  #group(name) {
    const group = this.#account.groups.get(name);
    return group ? this.group(group) : { sources: [], unread: [`policies of group ${name}`] };
  }
  #isOurs(arn) {
    const policy = this.#account.policies.get(arn);
    return policy !== void 0 && readShard(this.#instance, policy.path, policy.name) !== null;
  }
  #document(arn) {
    const policy = this.#account.policies.get(arn);
    if (!policy) return this.#managed.get(arn) ?? null;
    return policy.versions.find(({ id }) => id === policy.defaultVersion)?.document ?? null;
  }
};
function together(policies2) {
  const sources = [];
  const unread = [];
  for (const [what, document] of policies2) {
    const statements = statementsOf(document);
    if (statements) sources.push({ what, statements });
    else unread.push(what);
  }
  return { sources, unread };
}
function statementsOf(document) {
  const statements = document === null ? null : readPolicy(document);
  const whole2 = statements?.every(
    ({ actions, notActions, resources, notResources }) => (actions !== null || notActions.length > 0) && (resources !== null || notResources.length > 0)
  );
  return whole2 === true ? statements : null;
}
function trustOf(trust, role) {
  const statements = trust === null ? [] : readPolicy(trust);
  if (!statements) return () => null;
  const account = role.split(":")[4] ?? "";
  return (principal) => {
    const answers2 = statements.map((statement) => admits(statement, principal, account));
    const denied = statements.some(({ effect }, index) => effect === "Deny" && answers2[index] !== false);
    if (denied) return null;
    if (answers2.includes(true)) return true;
    return answers2.includes(null) ? null : false;
  };
}
function admits(statement, principal, account) {
  if (statement.hasNotPrincipal || statement.actions === null) return null;
  if (!statement.actions.some((action) => matches(asciiLower(action), "sts:assumerole"))) return false;
  const named = isRecord(statement.principal) ? [statement.principal["AWS"] ?? []].flat() : [statement.principal];
  const isNamed = named.some(
    (one) => one === "*" || one === principal || one === account || typeof one === "string" && one.endsWith(`::${account}:root`) && principal.split(":")[4] === account
  );
  if (!isNamed) return false;
  const conditions = Object.entries(statement.conditions);
  if (conditions.length === 0) return true;
  const [[operator, keys] = ["", {}], second] = conditions;
  const [[key, patterns] = ["", []], other] = Object.entries(keys);
  const simple = second === void 0 && other === void 0 && operator === "ArnLike";
  if (!simple || asciiLower(key) !== "aws:principalarn") return null;
  return patterns.some((pattern) => matches(pattern, principal));
}

// src/connectors/aws-iam/io/activity.ts
var import_client_cloudtrail2 = __toESM(require_dist_cjs4(), 1);
var import_client_iam = __toESM(require_dist_cjs5(), 1);

// src/connectors/aws-iam/outside/words.ts
import { createHash } from "node:crypto";
var ID_LENGTH = 400;
var WHAT_LENGTH = 600;
function idOf(kind, name) {
  if (/^[\x21-\x7d]+(?: [\x21-\x7d]+)*$/u.test(name) && name.length <= ID_LENGTH) return `${kind}:${name}`;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return `${kind}:${name.replaceAll(/[^\x21-\x7e]/gu, "?").slice(0, ID_LENGTH / 2)}~${hash}`;
}
function line(text) {
  const clean2 = text.replaceAll(new RegExp("\\p{C}|[\\u2028\\u2029]", "gu"), "?");
  return clean2.length > WHAT_LENGTH ? `${clean2.slice(0, WHAT_LENGTH).replace(new RegExp("\\p{C}$", "u"), "")}…` : clean2;
}

// src/connectors/aws-iam/activity.ts
var LONGEST = 200;
function readTrace(text, resources) {
  const value = parsed(text);
  const at = Math.floor(Date.parse(String(value?.["eventTime"])) / 1e3) * 1e3;
  const name = value?.["eventName"];
  if (!value || textIn(value, "eventID") === "" || typeof name !== "string" || !Number.isFinite(at))
    return null;
  const [identity, error] = [recordIn(value, "userIdentity"), value["errorCode"]];
  const issuer = textIn(recordIn(recordIn(identity, "sessionContext"), "sessionIssuer"), "arn") || null;
  const isAssume = name === "AssumeRole" && error === void 0;
  const credentials = recordIn(recordIn(value, "responseElements"), "credentials");
  return {
    id: textIn(value, "eventID"),
    act: {
      at,
      what: short(`${textIn(value, "eventSource")} ${name}`),
      on: short(few(resources)),
      from: short(textIn(value, "sourceIPAddress")),
      agent: short(textIn(value, "userAgent")),
      error: error === void 0 ? null : short(textIn(value, "errorCode") || "refused")
    },
    readOnly: value["readOnly"] === true || value["readOnly"] === "true",
    by: textIn(identity, "arn"),
    issuer,
    assumed: isAssume ? textIn(recordIn(value, "requestParameters"), "roleArn") : null,
    session: isAssume ? textIn(credentials, "accessKeyId") || null : null
  };
}
function isBy({ by, issuer }, account, principal) {
  const own = `::${account}:${principal}`;
  if (principal.startsWith("user/")) return by.endsWith(own);
  if (issuer !== null) return issuer.endsWith(own);
  const role = principal.slice(principal.lastIndexOf("/") + 1);
  return by.includes(`::${account}:assumed-role/${role}/`);
}
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
function recordIn(value, field) {
  const found = value[field];
  return isRecord(found) ? found : {};
}
function textIn(value, field) {
  const found = value[field];
  return typeof found === "string" ? found : "";
}
function short(text) {
  const clean2 = line(text);
  return clean2.length > LONGEST ? `${clean2.slice(0, LONGEST - 1).replace(new RegExp("\\p{C}$", "u"), "")}…` : clean2;
}

// src/connectors/aws-iam/io/errors.ts
function codeOf(error) {
  const name = error instanceof Error ? error.name : "Unknown";
  return name.endsWith("Exception") ? name.slice(0, -"Exception".length) : name;
}
function statusOf(error) {
  const status = metadataOf(error)["httpStatusCode"];
  return typeof status === "number" ? status : 0;
}
function metadataOf(error) {
  const metadata = isRecord(error) ? error["$metadata"] : void 0;
  return isRecord(metadata) ? metadata : {};
}
function tell(error) {
  const code = codeOf(error);
  if (code === "SignatureDoesNotMatch") {
    return { code, message: "AWS refused the signature of the request. Check the credentials and the clock." };
  }
  const text = error instanceof Error ? error.message : String(error);
  const safe = text.replaceAll(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/gu, "<key>").replaceAll(/[A-Za-z0-9+/=]{100,}/gu, "<…>");
  return { code, message: safe.length > 500 ? `${safe.slice(0, 500)}…` : safe };
}
var Surprise = class extends Error {
  name = "Surprise";
};

// src/connectors/aws-iam/io/outside/or-nothing.ts
async function orNothing(answer) {
  try {
    return await answer;
  } catch (error) {
    if (codeOf(error) === "NoSuchEntity") return null;
    throw error;
  }
}

// src/connectors/aws-iam/io/outside/trail.ts
var import_client_cloudtrail = __toESM(require_dist_cjs4(), 1);

// src/connectors/aws-iam/outside/clues.ts
var TRAIL_REACH = 90 * 864e5;
var NEAR = 5e3;
function cluesOf(found, onFile, now) {
  return found.flatMap(
    (each) => each.items.flatMap((item2) => {
      if (onFile(each.principal, item2) || item2.since !== null && item2.since < now - TRAIL_REACH) return [];
      const trace = traceOf(each, item2.id);
      const at = item2.id.startsWith("key:") ? item2.since : null;
      return trace ? [{ principal: each.principal, id: item2.id, at, ...trace }] : [];
    })
  );
}
function traceOf({ kind, principal }, id) {
  const name = asciiLower(bareName(principal));
  const what = id.replace(/:.*$/u, "");
  const rest = asciiLower(id.slice(id.indexOf(":") + 1));
  if (kind === "provider") return providerTrace(principal);
  if (kind === "account") return null;
  const noun = { user: "User", role: "Role", group: "Group" }[kind];
  const on = { [`${kind}Name`]: name };
  switch (what) {
    case "attached":
      return { events: [`Attach${noun}Policy`], parameters: { ...on, policyArn: rest } };
    case "inline":
      return { events: [`Put${noun}Policy`], parameters: { ...on, policyName: rest } };
    case "member":
      return { events: ["AddUserToGroup"], parameters: { ...on, groupName: rest } };
    case "key":
      return { events: ["CreateAccessKey"], parameters: on };
    case "login":
      return { events: ["CreateLoginProfile"], parameters: on };
    case "trust":
      return { events: ["CreateRole", "UpdateAssumeRolePolicy"], parameters: on };
    case "principal":
      return { events: [`Create${noun}`], parameters: on };
    default:
      return null;
  }
}
function providerTrace(arn) {
  const [, kind, name = ""] = /:(oidc|saml)-provider\/(.+)$/u.exec(arn) ?? [];
  if (kind === "saml") return { events: ["CreateSAMLProvider"], parameters: { name: asciiLower(name) } };
  const url = `https://${asciiLower(name)}`;
  return kind === "oidc" ? { events: ["CreateOpenIDConnectProvider"], parameters: { url } } : null;
}
function answers({ name, at, parameters }, clue) {
  const isSame = ([key, value]) => asciiLower(parameters.get(key) ?? "").replace(/^(https:\/\/.+?)\/$/u, "$1") === value;
  return clue.events.includes(name) && (clue.at === null || Math.abs(clue.at - at) <= NEAR) && Object.entries(clue.parameters).every(isSame);
}
function readEvent(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value["errorCode"] !== void 0) return null;
  const { eventName: name, eventTime: time, userIdentity: identity, requestParameters: given2 } = value;
  const by = isRecord(identity) ? identity["arn"] ?? identity["invokedBy"] ?? identity["principalId"] : null;
  const at = Math.floor(Date.parse(String(time)) / 1e3) * 1e3;
  if (typeof name !== "string" || typeof by !== "string" || !Number.isFinite(at)) return null;
  const parameters = Object.entries(isRecord(given2) ? given2 : {}).map(
    ([key, each]) => [key, String(each)]
  );
  return { name, at, by, parameters: new Map(parameters) };
}

// src/connectors/aws-iam/io/outside/trail.ts
var PACE = 500;
var MOST_LOOKUPS = 240;
async function lookUp(trail, clues, { sleep, signal }) {
  const events = /* @__PURE__ */ new Map();
  let requests = 0;
  const names = [...new Set(clues.flatMap((clue) => clue.events))].toSorted();
  try {
    for (const name of names) {
      const open2 = new Set(clues.filter((clue) => clue.events.includes(name)));
      let token2;
      do {
        signal.throwIfAborted();
        if (requests >= MOST_LOOKUPS) throw new Error(`not looked further after ${MOST_LOOKUPS} requests`);
        if (requests++ > 0) await sleep(PACE);
        const page = await trail.send(
          new import_client_cloudtrail.LookupEventsCommand({
            LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: name }],
            ...token2 !== void 0 && { NextToken: token2 }
          })
        );
        for (const { CloudTrailEvent: text } of page.Events ?? []) note(events, open2, readEvent(text ?? ""));
        token2 = page.NextToken;
      } while (token2 !== void 0 && open2.size > 0);
    }
    return { events, stopped: null };
  } catch (error) {
    return { events, stopped: error };
  }
}
function note(events, open2, event) {
  if (!event) return;
  for (const clue of open2) {
    if (!answers(event, clue)) continue;
    open2.delete(clue);
    const before = events.get(clue);
    if (!before || before.at < event.at) events.set(clue, event);
  }
}

// src/connectors/aws-iam/io/pages.ts
async function allPages(fetch) {
  const pages = [];
  let marker = {};
  for (; ; ) {
    const page = await fetch(marker);
    pages.push(page);
    if (page.IsTruncated !== true) return pages;
    if (page.Marker === void 0 || page.Marker === "")
      throw new Error("IAM cut a list short without saying where it goes on.");
    marker = { Marker: page.Marker };
  }
}
function plainDocument(document) {
  if (document === void 0 || document.startsWith("{")) return document ?? "";
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}
function given(value, field) {
  if (value === void 0) throw new Error(`IAM’s answer has no ${field}.`);
  return value;
}
function instant(date) {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isFinite(at) ? Math.floor(at / 1e3) * 1e3 : null;
}

// src/connectors/aws-iam/io/activity.ts
var MOST_REQUESTS = 40;
var MOST_ACTS = 40;
var MOST_SESSIONS = 10;
async function readActivity(asker, asked) {
  const roles = asked.targets.flatMap((target) => confers(target).assumes);
  const unread = [];
  const lastUsed = await lastUses(asker, roles, unread);
  const trails = await asker.trails();
  if (!trails) {
    unread.push("There is no CloudTrail beside this IAM.");
    return { uses: [], changes: [], cut: false, lastUsed, unread };
  }
  const search = new Search(asker, asked, unread);
  await search.follow(trails, roles);
  const traces = [...search.found.values()].toReversed().toSorted((a, b) => a.act.at - b.act.at);
  const uses = traces.filter(({ assumed: assumed2 }) => assumed2 !== null && roles.includes(assumed2));
  const changes = traces.filter(({ readOnly, assumed: assumed2 }) => !readOnly && assumed2 === null);
  const cut = search.cut || uses.length > MOST_ACTS || changes.length > MOST_ACTS;
  return { uses: last(uses), changes: last(changes), cut, lastUsed, unread };
}
function last(traces) {
  return traces.slice(-MOST_ACTS).map(({ act }) => act);
}
async function lastUses({ iam }, roles, unread) {
  const found = [];
  for (const what of roles) {
    try {
      const answer = await orNothing(iam.send(new import_client_iam.GetRoleCommand({ RoleName: bareName(what) })));
      found.push({ what, at: instant(answer?.Role?.RoleLastUsed?.LastUsedDate) });
    } catch (error) {
      const { code, message } = tell(error);
      unread.push(`When ${what} was last used: ${code}: ${message}`);
    }
  }
  return found;
}
var Search = class {
  found = /* @__PURE__ */ new Map();
  cut = false;
  #asker;
  #asked;
  #unread;
  #requests = 0;
  constructor(asker, asked, unread) {
    this.#asker = asker;
    this.#asked = asked;
    this.#unread = unread;
  }
  async follow(trails, roles) {
    const { principal } = this.#asked;
    const { account } = this.#asker;
    const isOwn = (trace) => isBy(trace, account, principal);
    const beginnings = principal.startsWith("user/") ? [{ AttributeKey: "Username", AttributeValue: bareName(principal) }] : roles.map((role) => ({ AttributeKey: "ResourceName", AttributeValue: role }));
    const reached2 = [];
    for (const trail of trails) {
      let answered = true;
      for (const attribute of beginnings) answered &&= await this.#look(trail, attribute, isOwn);
      if (answered) reached2.push(trail);
    }
    const held = new Set(roles);
    const sessions = [...this.found.values()].flatMap(
      ({ session, assumed: assumed2 }) => session !== null && assumed2 !== null && held.has(assumed2) ? [session] : []
    );
    if (sessions.length > MOST_SESSIONS) this.cut = true;
    for (const session of sessions.slice(0, MOST_SESSIONS))
      for (const trail of reached2)
        await this.#look(trail, { AttributeKey: "AccessKeyId", AttributeValue: session }, () => true);
  }
  /** Newest first, page by page. False: it could not be read to its end. */
  async #look({ region, client }, attribute, isOwn) {
    const { sleep, signal } = this.#asker.ports;
    const { from, until } = this.#asked;
    let token2;
    try {
      do {
        signal.throwIfAborted();
        if (this.#requests >= MOST_REQUESTS) {
          this.cut = true;
          return true;
        }
        if (this.#requests++ > 0) await sleep(PACE);
        const page = await client.send(
          new import_client_cloudtrail2.LookupEventsCommand({
            LookupAttributes: [attribute],
            StartTime: new Date(from),
            EndTime: new Date(until + SESSION_SECONDS * 1e3),
            ...token2 !== void 0 && { NextToken: token2 }
          })
        );
        for (const { CloudTrailEvent: text, Resources: named } of page.Events ?? []) {
          const trace = readTrace(
            text ?? "",
            (named ?? []).flatMap(({ ResourceName: name }) => name ?? [])
          );
          if (trace && isOwn(trace)) this.found.set(trace.id, trace);
        }
        token2 = page.NextToken;
      } while (token2 !== void 0);
      return true;
    } catch (error) {
      const { code, message } = tell(error);
      this.#unread.push(`CloudTrail in ${region}: ${code}: ${message}`);
      return false;
    }
  }
};

// src/connectors/aws-iam/io/boundaries.ts
var import_client_iam2 = __toESM(require_dist_cjs5(), 1);
async function boundaryDocuments(iam, { account }, goals, cache, log) {
  const documents = /* @__PURE__ */ new Map();
  for (const goal of goals) {
    const arn = account.principals.get(goal.principal)?.boundary;
    if (arn === void 0 || arn === null || documents.has(arn)) continue;
    const own = account.policies.get(arn);
    if (own) {
      documents.set(arn, own.versions.find((version) => version.id === own.defaultVersion)?.document ?? null);
      continue;
    }
    if (!cache.has(arn)) cache.set(arn, await readManaged(iam, arn, log));
    documents.set(arn, cache.get(arn) ?? null);
  }
  return documents;
}
async function readManaged(iam, PolicyArn, log) {
  try {
    const VersionId = (await iam.send(new import_client_iam2.GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId;
    if (VersionId === void 0) return null;
    const { PolicyVersion: version } = await iam.send(new import_client_iam2.GetPolicyVersionCommand({ PolicyArn, VersionId }));
    return version?.Document === void 0 ? null : plainDocument(version.Document);
  } catch (error) {
    if (codeOf(error) !== "NoSuchEntity") log(`${PolicyArn} can’t be read: ${tell(error).message}`);
    return null;
  }
}

// src/connectors/aws-iam/io/bulk.ts
var import_client_iam3 = __toESM(require_dist_cjs5(), 1);
var PAGE = 1e3;
async function readAccount(iam, serverTime) {
  const pages = await allPages(
    (marker) => iam.send(
      new import_client_iam3.GetAccountAuthorizationDetailsCommand({
        Filter: ["User", "Role", "Group", "LocalManagedPolicy"],
        MaxItems: PAGE,
        ...marker
      })
    )
  );
  const roles = await allPages((marker) => iam.send(new import_client_iam3.ListRolesCommand({ MaxItems: PAGE, ...marker })));
  const sessions = new Map(
    roles.flatMap((page) => page.Roles ?? []).map((role) => [role.Arn, role.MaxSessionDuration])
  );
  const { SummaryMap: summary = {} } = await iam.send(new import_client_iam3.GetAccountSummaryCommand({}));
  const principals = [...pages.flatMap(users), ...pages.flatMap((page) => rolesOf(page, sessions))];
  return {
    serverTime: serverTime(),
    principals: new Map(principals.map((each) => [each.principal, each])),
    groups: new Map(pages.flatMap(groups).map((each) => [each.name, each])),
    policies: new Map(pages.flatMap(policies).map((each) => [each.arn, each])),
    summary
  };
}
function users(page) {
  return (page.UserDetailList ?? []).map((user) => {
    const arn = given(user.Arn, "Arn");
    return {
      principal: resourceOf(arn),
      arn,
      id: given(user.UserId, "UserId"),
      inline: inline(user.UserPolicyList),
      attached: attached(user.AttachedManagedPolicies),
      groups: user.GroupList ?? [],
      boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
      trust: null,
      maxSession: null,
      created: instant(user.CreateDate),
      tags: (user.Tags ?? []).map(({ Key = "", Value = "" }) => ({ key: Key, value: Value }))
    };
  });
}
function rolesOf(page, sessions) {
  return (page.RoleDetailList ?? []).map((role) => {
    const arn = given(role.Arn, "Arn");
    return {
      principal: resourceOf(arn),
      arn,
      id: given(role.RoleId, "RoleId"),
      inline: inline(role.RolePolicyList),
      attached: attached(role.AttachedManagedPolicies),
      groups: [],
      boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
      trust: plainDocument(role.AssumeRolePolicyDocument),
      maxSession: sessions.get(arn) ?? null,
      created: instant(role.CreateDate),
      lastUsed: instant(role.RoleLastUsed?.LastUsedDate)
    };
  });
}
function groups(page) {
  return (page.GroupDetailList ?? []).map((group) => ({
    name: given(group.GroupName, "GroupName"),
    ...group.Arn !== void 0 && { arn: group.Arn },
    attached: attached(group.AttachedManagedPolicies),
    inline: inline(group.GroupPolicyList)
  }));
}
function policies(page) {
  return (page.Policies ?? []).map((policy) => ({
    arn: given(policy.Arn, "Arn"),
    name: given(policy.PolicyName ?? lastPart(policy.Arn), "PolicyName"),
    path: policy.Path ?? "/",
    defaultVersion: given(policy.DefaultVersionId, "DefaultVersionId"),
    versions: (policy.PolicyVersionList ?? []).map((version) => ({
      id: given(version.VersionId, "VersionId"),
      document: version.Document === void 0 ? null : plainDocument(version.Document)
    }))
  }));
}
function inline(list) {
  return (list ?? []).map((policy) => ({
    name: given(policy.PolicyName, "PolicyName"),
    document: plainDocument(policy.PolicyDocument)
  }));
}
function attached(list) {
  return (list ?? []).map((policy) => given(policy.PolicyArn, "PolicyArn"));
}
function lastPart(arn) {
  return arn?.slice(arn.lastIndexOf("/") + 1);
}

// src/connectors/aws-iam/io/clean.ts
async function clean(writer, { account }, misplaced2, ports) {
  const removed = [];
  for (const { id, principal } of misplaced2.toSorted(
    (a, b) => Number(a.principal === "") - Number(b.principal === "")
  )) {
    if (ports.signal.aborted) break;
    const [arn = ""] = id.split(" ");
    try {
      if (principal === "") await writer.deletePolicy(arn, oldVersions(account.policies.get(arn)));
      else await writer.detach(principal, arn);
      removed.push(id);
    } catch (error) {
      const { code, message } = tell(error);
      ports.log(
        `${id} can’t be removed: ${codeOf(error) === "DeleteConflict" ? "it is still attached somewhere" : `${code}: ${message}`}`
      );
    }
  }
  return removed;
}
function oldVersions(policy) {
  return (policy?.versions ?? []).map((version) => version.id).filter((version) => version !== policy?.defaultVersion);
}

// src/connectors/aws-iam/io/client.ts
var import_client_iam4 = __toESM(require_dist_cjs5(), 1);
var import_client_sts = __toESM(require_dist_cjs6(), 1);

// src/connectors/aws-iam/io/retry.ts
var MAX_ATTEMPTS = 10;
var LONGEST2 = 2e4;
var FIRST = 200;
var FIRST_WHEN_BUSY = 1e3;
var TOO_FAST = /* @__PURE__ */ new Set([
  "Throttling",
  "Throttled",
  "RequestThrottled",
  "TooManyRequests",
  "RequestLimitExceeded",
  "SlowDown",
  "PriorRequestNotComplete",
  "BandwidthLimitExceeded",
  "ServiceUnavailable"
]);
var BUSY = /* @__PURE__ */ new Set(["ConcurrentModification", "EntityTemporarilyUnmodifiable"]);
var BROKEN = /* @__PURE__ */ new Set([
  "TimeoutError",
  "RequestTimeout",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN"
]);
var SKEWED = /* @__PURE__ */ new Set([
  "RequestTimeTooSkewed",
  "RequestExpired",
  "RequestInTheFuture",
  "InvalidSignature",
  "SignatureDoesNotMatch"
]);
function isRetryable(error) {
  const code = codeOf(error);
  const cause = isRecord(error) ? error["code"] : void 0;
  const skewMended = metadataOf(error)["clockSkewCorrected"] === true;
  return TOO_FAST.has(code) || BUSY.has(code) || BROKEN.has(code) || typeof cause === "string" && BROKEN.has(cause) || statusOf(error) >= 500 || statusOf(error) === 429 || skewMended && SKEWED.has(code);
}
function delayOf(error, count, random) {
  const code = codeOf(error);
  const first = TOO_FAST.has(code) || BUSY.has(code) ? FIRST_WHEN_BUSY : FIRST;
  return Math.ceil(random() * Math.min(LONGEST2, first * 2 ** count));
}
function retryStrategy({
  sleep,
  random,
  signal
}) {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: async (last2, info) => {
      const count = last2.getRetryCount() + 1;
      if (count >= MAX_ATTEMPTS || signal.aborted || !isRetryable(info.error))
        throw new Error("not to be tried again");
      await sleep(delayOf(info.error, count - 1, random));
      return token(count);
    },
    recordSuccess: () => void 0
  };
}
function token(count) {
  return { getRetryCount: () => count, getRetryDelay: () => 0, getRetryCost: () => void 0 };
}

// src/connectors/aws-iam/io/client.ts
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
var Meter = class {
  read = 0;
  write = 0;
  serverTime = null;
};
var READS = /^(?:Get|List|Lookup|GenerateCredentialReport|Assume)/u;
function iamClient(wire, credentials) {
  const client = new import_client_iam4.IAMClient(configuration(wire, credentials, endpointOf(wire.ports.environment, "IAM")));
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER);
  return client;
}
function stsClient(wire, credentials) {
  const client = new import_client_sts.STSClient(configuration(wire, credentials, endpointOf(wire.ports.environment, "STS")));
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER);
  return client;
}
async function trailClient(wire, credentials, region = trailRegion(wire)) {
  const endpoint = endpointOf(wire.ports.environment, "CLOUDTRAIL");
  if (endpoint === null && endpointOf(wire.ports.environment, "IAM") !== null) return null;
  const { CloudTrailClient: Client } = await import("./dist-cjs-B7QVK6FA.js");
  const client = new Client(configuration({ ...wire, region }, credentials, endpoint));
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER);
  return client;
}
function trailRegion({ region }) {
  return TRAIL_REGIONS[region.split("-", 2).join("-")] ?? TRAIL_REGIONS[region.slice(0, 2)] ?? "us-east-1";
}
var TRAIL_REGIONS = { cn: "cn-north-1", "us-gov": "us-gov-west-1" };
function endpointOf(environment, service) {
  return environment[`AWS_ENDPOINT_URL_${service}`] ?? environment["AWS_ENDPOINT_URL"] ?? null;
}
var METER = { step: "deserialize", name: "grantbookMeter", priority: "low" };
function configuration({ ports, region, transport }, credentials, endpoint) {
  const own = credentials ?? fromEnvironment(ports.environment);
  return {
    region,
    maxAttempts: MAX_ATTEMPTS,
    retryStrategy: retryStrategy(ports),
    ...endpoint !== null && { endpoint },
    ...own !== null && { credentials: own },
    ...transport !== null && { requestHandler: transport }
  };
}
function fromEnvironment(environment) {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken
  } = environment;
  if (environment["AWS_PROFILE"] !== void 0 || accessKeyId === void 0 || secretAccessKey === void 0)
    return null;
  return { accessKeyId, secretAccessKey, ...sessionToken !== void 0 && { sessionToken } };
}
function metered(meter, next, command) {
  return async (args) => {
    if (READS.test(command)) meter.read++;
    else meter.write++;
    const result = await next(args);
    const headers = isRecord(result.response) ? result.response["headers"] : void 0;
    const date = Date.parse(isRecord(headers) ? String(headers["date"]) : "");
    if (Number.isFinite(date)) meter.serverTime = date;
    return result;
  };
}

// src/connectors/aws-iam/order.ts
function order(present, final, room) {
  const revoke2 = [];
  const grow = [];
  const trim = [];
  const slots = [.../* @__PURE__ */ new Set([...present.keys(), ...final.keys()])].toSorted(managedFirst);
  for (const slot of slots) {
    const now = present.get(slot)?.pieces ?? [];
    const end = final.get(slot) ?? [];
    const fates = new Map(now.map((piece) => [piece, fateOf(piece, slot, present, final)]));
    const moving = now.filter((piece) => fates.get(piece) === "moves");
    const atLeast = now.filter((piece) => fates.get(piece) !== "goes");
    let content = now;
    if (atLeast.length < now.length || present.get(slot)?.dirty === true) {
      const wanted = [...end, ...moving];
      content = fits(slot, wanted, room) ? wanted : atLeast;
      revoke2.push({ slot, pieces: content, atLeast });
    }
    if (same(content, end)) continue;
    const last2 = { slot, pieces: end, atLeast: null };
    if (moving.length > 0) trim.push(last2);
    else grow.push(last2);
  }
  return { revoke: revoke2, grow, trim };
}
function managedFirst(a, b) {
  return Number(a === INLINE) - Number(b === INLINE) || a - b;
}
function fateOf(piece, slot, present, final) {
  let fate = "goes";
  for (const [home, pieces] of final) {
    for (const next of pieces) {
      if (!succeeds(next, piece)) continue;
      if (home === slot) return "stays";
      fate = "moves";
    }
  }
  return fate === "moves" && standsAtHome(piece, present, final) ? "goes" : fate;
}
function succeeds(next, piece) {
  if (next.key !== piece.key) return false;
  return next.body === piece.body || next.id === piece.id && outlasts(next, piece);
}
function standsAtHome(piece, present, final) {
  return [...final].some(
    ([home, pieces]) => pieces.some(
      (next) => succeeds(next, piece) && present.get(home)?.pieces.some((there) => there.key === next.key && there.body === next.body) === true
    )
  );
}
function fits(slot, pieces, room) {
  if (new Set(pieces.map((piece) => piece.id)).size < pieces.length) return false;
  const limit = slot === INLINE ? room.inline : room.managed;
  return pieces.length === 0 || documentText(pieces).length <= limit.most;
}
function isIn(pieces, piece) {
  return pieces.some((other) => other.id === piece.id && other.body === piece.body);
}
function same(a, b) {
  return a.length === b.length && a.every((piece) => isIn(b, piece));
}

// src/connectors/aws-iam/aim.ts
function aim(state, goal, knownId, limits) {
  const expected = goal.principalId ?? knownId;
  const recreated2 = expected !== null && expected !== state.detail.id;
  const wanted = recreated2 ? [] : goal.pieces;
  const room = roomFor(limits, { inline: state.foreignInline, attachments: state.foreignAttachments });
  const { layout, unplaced } = place(layoutOf(state), wanted.filter(isStatement), room);
  const statements = [...layout.values()].flat();
  const { pieces, alien } = livePrincipal(state, "");
  const { join, leave } = memberships(state, wanted, goal.owned);
  const standing = pieces.filter((piece) => piece.owned === true);
  return {
    order: order(presentOf(state), layout, room),
    slots: new Set(layout.keys()),
    join,
    leave,
    reached: same(standing, statements) && alien.length === 0 && join.length === 0 && leave.length === 0,
    obstacle: recreated2 ? recreation(state, expected) : unplaced.length > 0 ? overflow(state, unplaced) : null
  };
}
function presentOf(state) {
  const attached2 = [...state.documents.values()].filter((document) => document.attached);
  return new Map(
    attached2.map(({ slot, decoded }) => [slot, { pieces: decoded.pieces, dirty: decoded.alien.length > 0 }])
  );
}
function memberships(state, wanted, owned) {
  const groups2 = wanted.filter((piece) => !isStatement(piece)).map((piece) => piece.id.slice(GROUP_PREFIX.length));
  return {
    join: groups2.filter((group) => !state.detail.groups.includes(group)),
    leave: state.detail.groups.filter(
      (group) => owned.has(`${GROUP_PREFIX}${group}`) && !groups2.includes(group)
    )
  };
}
function recreation({ detail }, expected) {
  return {
    code: "principal-recreated",
    message: `${detail.principal} is not the one that grants were issued to: its unique id is ${detail.id}, theirs was ${expected}. It was deleted and made again, and gets nothing of the old one’s. Remove the grants and request them anew.`
  };
}
function overflow({ detail }, unplaced) {
  const grants = [...new Set(unplaced.flatMap((piece) => piece.grants ?? [piece.key]))].toSorted();
  return {
    code: "quota-exceeded",
    message: `${detail.principal} has no room for ${grants.join(", ")}. End other grants of this principal, or bundle what it needs into one role to assume.`
  };
}

// src/connectors/aws-iam/io/execute.ts
async function execute(aim2, state, writer, ports) {
  const { principal, id } = state.detail;
  const shards = /* @__PURE__ */ new Map();
  for (const { slot, arn, defaultVersion, attached: attached2 } of state.documents.values()) {
    if (arn !== null && defaultVersion !== null) shards.set(slot, { arn, version: defaultVersion, attached: attached2 });
  }
  const write = async ({ slot, pieces }) => {
    if (slot === INLINE) {
      return pieces.length === 0 ? writer.deleteInline(principal) : writer.putInline(principal, documentText(pieces));
    }
    const shard = shards.get(slot);
    if (pieces.length === 0) return shard ? remove(slot, shard) : void 0;
    if (!shard) {
      const made = { ...await writer.createShard(id, slot, documentText(pieces)), attached: false };
      shards.set(slot, made);
      return attach(made);
    }
    const decoded = state.documents.get(slot)?.decoded;
    const stands2 = !shard.attached && decoded?.alien.length === 0 && same(decoded.pieces, pieces);
    if (!stands2) shard.version = await writer.replaceShard(shard.arn, documentText(pieces), shard.version);
    if (!shard.attached) await attach(shard);
  };
  const attach = async (shard) => {
    await writer.attach(principal, shard.arn);
    shard.attached = true;
  };
  const remove = async (slot, shard) => {
    if (shard.attached) await writer.detach(principal, shard.arn);
    shard.attached = false;
    await writer.deletePolicy(shard.arn, state.documents.get(slot)?.oldVersions ?? []);
    shards.delete(slot);
  };
  const errors = [];
  const attempt = async (step) => {
    try {
      ports.signal.throwIfAborted();
      await step();
    } catch (error) {
      errors.push(error);
    }
  };
  for (const { arn, oldVersions: oldVersions2 } of state.documents.values()) {
    for (const version of oldVersions2)
      if (arn !== null) await attempt(() => writer.deleteVersion(arn, version));
  }
  for (const group of aim2.leave) await attempt(() => writer.leave(principal, group));
  for (const step of aim2.order.revoke) await attempt(() => revoke(step, write));
  for (const step of aim2.order.grow) if (errors.length === 0) await attempt(() => write(step));
  for (const group of aim2.join) if (errors.length === 0) await attempt(() => writer.join(principal, group));
  for (const step of aim2.order.trim) if (errors.length === 0) await attempt(() => write(step));
  for (const [slot, shard] of shards) {
    if (!shard.attached && !aim2.slots.has(slot)) await attempt(() => remove(slot, shard));
  }
  return errors[0] ?? null;
}
async function revoke(step, write) {
  try {
    await write(step);
  } catch (error) {
    if (step.atLeast === null || same(step.atLeast, step.pieces)) throw error;
    await write({ slot: step.slot, pieces: step.atLeast });
    throw error;
  }
}

// src/connectors/aws-iam/io/principal.ts
var import_client_iam5 = __toESM(require_dist_cjs5(), 1);
async function readPrincipal(iam, principal, instance) {
  const detail = await (kindOf(principal) === "user" ? readUser(iam, principal) : readRole(iam, principal));
  return detail && { detail, policies: await readShards(iam, shardPath(instance, detail.id)) };
}
async function readUser(iam, principal) {
  const UserName = bareName(principal);
  const user = (await orNothing2(iam.send(new import_client_iam5.GetUserCommand({ UserName })), null))?.User;
  const arn = user?.Arn;
  if (!user || arn === void 0 || resourceOf(arn) !== principal) return null;
  const names = await allPages((marker) => iam.send(new import_client_iam5.ListUserPoliciesCommand({ UserName, ...marker })));
  const inline2 = [];
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing2(iam.send(new import_client_iam5.GetUserPolicyCommand({ UserName, PolicyName })), null);
    if (policy) inline2.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) });
  }
  const attached2 = await allPages(
    (marker) => iam.send(new import_client_iam5.ListAttachedUserPoliciesCommand({ UserName, ...marker }))
  );
  const groups2 = await allPages((marker) => iam.send(new import_client_iam5.ListGroupsForUserCommand({ UserName, ...marker })));
  return {
    principal,
    arn,
    id: given(user.UserId, "UserId"),
    inline: inline2,
    attached: attached2.flatMap((page) => page.AttachedPolicies ?? []).map((policy) => given(policy.PolicyArn, "PolicyArn")),
    groups: groups2.flatMap((page) => page.Groups ?? []).map((group) => given(group.GroupName, "GroupName")),
    boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trust: null,
    maxSession: null
  };
}
async function readRole(iam, principal) {
  const RoleName = bareName(principal);
  const role = (await orNothing2(iam.send(new import_client_iam5.GetRoleCommand({ RoleName })), null))?.Role;
  const arn = role?.Arn;
  if (!role || arn === void 0 || resourceOf(arn) !== principal) return null;
  const names = await allPages((marker) => iam.send(new import_client_iam5.ListRolePoliciesCommand({ RoleName, ...marker })));
  const inline2 = [];
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing2(iam.send(new import_client_iam5.GetRolePolicyCommand({ RoleName, PolicyName })), null);
    if (policy) inline2.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) });
  }
  const attached2 = await allPages(
    (marker) => iam.send(new import_client_iam5.ListAttachedRolePoliciesCommand({ RoleName, ...marker }))
  );
  return {
    principal,
    arn,
    id: given(role.RoleId, "RoleId"),
    inline: inline2,
    attached: attached2.flatMap((page) => page.AttachedPolicies ?? []).map((policy) => given(policy.PolicyArn, "PolicyArn")),
    groups: [],
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trust: plainDocument(role.AssumeRolePolicyDocument),
    maxSession: role.MaxSessionDuration ?? null
  };
}
async function readShards(iam, PathPrefix) {
  const pages = await allPages(
    (marker) => iam.send(new import_client_iam5.ListPoliciesCommand({ Scope: "Local", PathPrefix, ...marker }))
  );
  const policies2 = [];
  for (const policy of pages.flatMap((page) => page.Policies ?? [])) {
    const PolicyArn = given(policy.Arn, "Arn");
    const versions = await orNothing2(
      allPages((marker) => iam.send(new import_client_iam5.ListPolicyVersionsCommand({ PolicyArn, ...marker }))),
      null
    );
    const all = versions?.flatMap((page) => page.Versions ?? []);
    const VersionId = all?.find((version) => version.IsDefaultVersion === true)?.VersionId;
    if (!all || VersionId === void 0) continue;
    const answer = await orNothing2(iam.send(new import_client_iam5.GetPolicyVersionCommand({ PolicyArn, VersionId })), null);
    const document = answer?.PolicyVersion?.Document;
    policies2.push({
      arn: PolicyArn,
      name: given(policy.PolicyName, "PolicyName"),
      path: policy.Path ?? "/",
      defaultVersion: VersionId,
      versions: all.map((version) => ({
        id: given(version.VersionId, "VersionId"),
        document: version.VersionId === VersionId && document !== void 0 ? plainDocument(document) : null
      }))
    });
  }
  return policies2;
}
async function orNothing2(answer, otherwise) {
  try {
    return await answer;
  } catch (error) {
    if (codeOf(error) === "NoSuchEntity") return otherwise;
    throw error;
  }
}

// src/connectors/aws-iam/io/writer.ts
var import_client_iam6 = __toESM(require_dist_cjs5(), 1);
var ATTACH_TRIES = 8;
var ATTACH_WAIT = 2e3;
var Writer = class {
  /** Successful calls. */
  writes = 0;
  iam;
  instance;
  ports;
  constructor(iam, instance, ports) {
    this.iam = iam;
    this.instance = instance;
    this.ports = ports;
  }
  async putInline(principal, document) {
    const [name, PolicyName, PolicyDocument] = [bareName(principal), this.instance, document];
    await this.count(
      kindOf(principal) === "user" ? this.iam.send(new import_client_iam6.PutUserPolicyCommand({ UserName: name, PolicyName, PolicyDocument })) : this.iam.send(new import_client_iam6.PutRolePolicyCommand({ RoleName: name, PolicyName, PolicyDocument }))
    );
  }
  async deleteInline(principal) {
    const [name, PolicyName] = [bareName(principal), this.instance];
    await this.gone(
      kindOf(principal) === "user" ? this.iam.send(new import_client_iam6.DeleteUserPolicyCommand({ UserName: name, PolicyName })) : this.iam.send(new import_client_iam6.DeleteRolePolicyCommand({ RoleName: name, PolicyName }))
    );
  }
  /** Creates the n-th managed policy of a principal. It has no effect until it is attached. */
  async createShard(principalId, n, document) {
    try {
      const { Policy: policy } = await this.count(
        this.iam.send(
          new import_client_iam6.CreatePolicyCommand({
            Path: shardPath(this.instance, principalId),
            PolicyName: shardName(this.instance, principalId, n),
            PolicyDocument: document
          })
        )
      );
      if (policy?.Arn !== void 0) return { arn: policy.Arn, version: policy.DefaultVersionId ?? "v1" };
    } catch (error) {
      if (codeOf(error) !== "EntityAlreadyExists") throw error;
    }
    throw new Surprise(`${shardName(this.instance, principalId, n)} exists already`);
  }
  /**
   * Makes a new version the one in force and deletes every other, so that nobody can bring an old one back. Returns the
   * new version’s id.
   */
  async replaceShard(arn, document, before) {
    const answer = await this.count(
      this.iam.send(
        new import_client_iam6.CreatePolicyVersionCommand({ PolicyArn: arn, PolicyDocument: document, SetAsDefault: true })
      )
    );
    const once2 = (answer.$metadata.attempts ?? 1) === 1;
    for (const version of once2 ? [before] : await this.otherVersions(arn))
      await this.deleteVersion(arn, version);
    return given(answer.PolicyVersion?.VersionId, "VersionId");
  }
  async deleteVersion(arn, version) {
    await this.gone(this.iam.send(new import_client_iam6.DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: version })));
  }
  async attach(principal, arn) {
    const name = bareName(principal);
    for (let attempt = 1; ; attempt++) {
      try {
        await this.count(
          kindOf(principal) === "user" ? this.iam.send(new import_client_iam6.AttachUserPolicyCommand({ UserName: name, PolicyArn: arn })) : this.iam.send(new import_client_iam6.AttachRolePolicyCommand({ RoleName: name, PolicyArn: arn }))
        );
        return;
      } catch (error) {
        if (codeOf(error) !== "NoSuchEntity" || attempt >= ATTACH_TRIES) throw error;
        await this.ports.sleep(ATTACH_WAIT);
      }
    }
  }
  /** Takes a managed policy off a user, role or group (`group/name`). */
  async detach(holder, arn) {
    const name = bareName(holder);
    await this.gone(
      holder.startsWith("group/") ? this.iam.send(new import_client_iam6.DetachGroupPolicyCommand({ GroupName: name, PolicyArn: arn })) : kindOf(holder) === "user" ? this.iam.send(new import_client_iam6.DetachUserPolicyCommand({ UserName: name, PolicyArn: arn })) : this.iam.send(new import_client_iam6.DetachRolePolicyCommand({ RoleName: name, PolicyArn: arn }))
    );
  }
  /** Deletes a managed policy that is attached nowhere; versions not in force first, as IAM demands. */
  async deletePolicy(arn, oldVersions2) {
    for (const version of oldVersions2) await this.deleteVersion(arn, version);
    await this.gone(this.iam.send(new import_client_iam6.DeletePolicyCommand({ PolicyArn: arn })));
  }
  async join(principal, group) {
    await this.count(
      this.iam.send(new import_client_iam6.AddUserToGroupCommand({ UserName: bareName(principal), GroupName: group }))
    );
  }
  async leave(principal, group) {
    await this.gone(
      this.iam.send(new import_client_iam6.RemoveUserFromGroupCommand({ UserName: bareName(principal), GroupName: group }))
    );
  }
  async otherVersions(PolicyArn) {
    const pages = await allPages(
      (marker) => this.iam.send(new import_client_iam6.ListPolicyVersionsCommand({ PolicyArn, ...marker }))
    );
    const versions = pages.flatMap((page) => page.Versions ?? []);
    return versions.flatMap(
      (version) => version.IsDefaultVersion === true || version.VersionId === void 0 ? [] : [version.VersionId]
    );
  }
  async count(call) {
    const answer = await call;
    this.writes++;
    return answer;
  }
  /** A removal: that there was nothing to remove is success, which the re-read afterwards proves. */
  async gone(call) {
    try {
      await this.count(call);
    } catch (error) {
      if (codeOf(error) !== "NoSuchEntity") throw error;
    }
  }
};

// src/connectors/aws-iam/io/converge.ts
var ROUNDS = [
  [0, 500, 1e3, 2e3, 4e3, 8e3],
  [0, 4e3, 15e3],
  [0, 15e3, 3e4, 3e4]
];
async function converge(desk, goal, knownId) {
  const writer = new Writer(desk.iam, desk.instance, desk.ports);
  const look = (state) => aim(state, goal, knownId, desk.limits);
  try {
    let state = await read(desk, goal.principal);
    if (state === null) return missing2(goal);
    for (const waits of ROUNDS) {
      const step = look(state);
      if (step.reached) return report(desk, goal, state, writer, step.obstacle);
      const error = await execute(step, state, writer, desk.ports);
      for (const wait of waits) {
        if (wait > 0) await desk.ports.sleep(wait);
        const shown = await read(desk, goal.principal);
        if (shown === null) return missing2(goal);
        state = shown;
        const { reached: reached2, obstacle } = look(state);
        if (reached2) return report(desk, goal, state, writer, obstacle);
        if (isFinal(error)) return report(desk, goal, state, writer, tell(error));
      }
    }
    const message = `${goal.principal} still doesn’t show what was written. The next run looks again.`;
    return report(desk, goal, state, writer, { code: "not-shown", message });
  } catch (error) {
    return { ...NOTHING_KNOWN, principal: goal.principal, error: tell(error), writes: writer.writes };
  }
}
var NOTHING_KNOWN = {
  principalId: null,
  state: "failed",
  pieces: null,
  places: /* @__PURE__ */ new Map()
};
function isFinal(error) {
  return error !== null && !["Surprise", "DeleteConflict"].includes(codeOf(error));
}
async function read({ iam, instance }, principal) {
  const fresh = await readPrincipal(iam, principal, instance);
  return fresh && stateOf(fresh.detail, fresh.policies, instance);
}
function missing2(goal) {
  const message = `${goal.principal} doesn’t exist in the account. Create it, correct the account in the file of its person or workload, or remove the grants.`;
  const error = goal.pieces.length === 0 ? null : { code: "principal-missing", message };
  return {
    principal: goal.principal,
    principalId: null,
    state: error ? "failed" : "unchanged",
    error,
    pieces: [],
    places: /* @__PURE__ */ new Map(),
    writes: 0
  };
}
function report(desk, goal, state, writer, error) {
  const { pieces, principalId } = livePrincipal(state, desk.instance);
  const ours = pieces.filter(
    (piece) => piece.owned === true || goal.owned.has(piece.id) || goal.pieces.some(({ id }) => id === piece.id)
  );
  return {
    principal: goal.principal,
    principalId,
    state: error ? "failed" : writer.writes > 0 ? "done" : "unchanged",
    error,
    pieces: ours.map(({ id, key, body, enforcement }) => ({ id, key, body, enforcement })),
    places: placesOf(state, desk.instance),
    writes: writer.writes
  };
}
function placesOf(state, instance) {
  const places = /* @__PURE__ */ new Map();
  for (const { slot, attached: attached2, decoded } of state.documents.values()) {
    if (attached2) for (const piece of decoded.pieces) places.set(piece.id, nameOfSlot(state, slot, instance));
  }
  for (const group of state.detail.groups) places.set(`${GROUP_PREFIX}${group}`, group);
  return places;
}

// src/connectors/aws-iam/io/identity.ts
var import_client_sts2 = __toESM(require_dist_cjs6(), 1);
var REFUSED = /* @__PURE__ */ new Set(["AccessDenied", "NoSuchEntity", "ValidationError"]);
async function assume(wire, settings) {
  const role = roleFor(wire.ports.purpose, settings);
  const credentials = role === void 0 ? null : await assumeRole(wire, role);
  await checkAccount(wire, credentials, settings.account);
  return role === void 0 || credentials === null ? null : renewing(credentials, () => renew(wire, role));
}
function roleFor(purpose, settings) {
  const { readRole: readRole2, writeRole, remediateRole } = settings;
  return { read: readRole2, write: writeRole, remediate: remediateRole, restore: void 0 }[purpose];
}
function renewing(first, again) {
  let ready = first;
  return async () => {
    const credentials = ready ?? await again();
    ready = null;
    return credentials;
  };
}
async function renew(wire, role) {
  const credentials = await assumeRole(wire, role);
  if (!credentials) throw new UnableError(`${role} can’t be assumed any more.`);
  return credentials;
}
async function assumeRole(wire, RoleArn) {
  try {
    const command = new import_client_sts2.AssumeRoleCommand({
      RoleArn,
      RoleSessionName: "grantbook",
      DurationSeconds: SESSION_SECONDS
    });
    const { Credentials: keys } = await stsClient(wire, null).send(command);
    if (keys?.AccessKeyId === void 0 || keys.SecretAccessKey === void 0 || keys.SessionToken === void 0) {
      throw new UnableError(`AWS gave no credentials for ${RoleArn}.`);
    }
    return {
      accessKeyId: keys.AccessKeyId,
      secretAccessKey: keys.SecretAccessKey,
      sessionToken: keys.SessionToken,
      // By our own clock, which is the one that the SDK compares it with.
      expiration: new Date(Date.now() + SESSION_SECONDS * 1e3)
    };
  } catch (error) {
    if (error instanceof UnableError) throw error;
    if (!REFUSED.has(codeOf(error))) throw unreachable(error);
    wire.ports.log(`${RoleArn} can’t be assumed (${codeOf(error)}); going on as the present identity.`);
    return null;
  }
}
async function checkAccount(wire, credentials, account) {
  let found;
  try {
    found = (await stsClient(wire, credentials).send(new import_client_sts2.GetCallerIdentityCommand({}))).Account;
  } catch (error) {
    throw unreachable(error);
  }
  if (found !== account) {
    throw new UnableError(
      `The credentials belong to account ${found ?? "unknown"}, but the system is account ${account}. Nothing was read or written. Use credentials of account ${account}.`
    );
  }
}
function unreachable(error) {
  const { code, message } = tell(error);
  return new UnableError(`AWS can’t be used: ${code}: ${message}`, { cause: error });
}

// src/connectors/aws-iam/outside/canonical.ts
import { createHash as createHash2 } from "node:crypto";
function digestOf(value) {
  return `sha256:${createHash2("sha256").update(stringify(value) ?? "null").digest("hex")}`;
}
function canonicalDocument(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (!isRecord(value)) return text;
  const { Statement, ...rest } = value;
  return { ...rest, Statement: sorted([Statement ?? []].flat().map(canonicalStatement)) };
}
function canonicalStatement(value) {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, canonicalPart(key, part)]));
}
function canonicalPart(key, part) {
  if (key === "Sid" || key === "Effect") return part;
  return isRecord(part) ? Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, canonicalPart(name, inner)])) : texts3(part);
}
function texts3(value) {
  return [...new Set([value].flat().map(String))].toSorted();
}
function sorted(values) {
  return values.map((value) => [stringify(value) ?? "", value]).toSorted(([a], [b]) => compare(a, b)).map(([, value]) => value);
}

// src/connectors/aws-iam/outside/gives.ts
var VERSION = "2012-10-17";
var PARTS = /* @__PURE__ */ new Set(["Sid", "Effect", "Action", "Resource", "Condition"]);
function givenBy(document, account) {
  const statements = document === null ? null : understood(document);
  if (!statements) return null;
  const target = assumed(statements) ?? { statements: statements.map(statementOf) };
  return isTarget(target) && isAllowed(target, account) ? target : null;
}
function givenByGroup(group) {
  const target = { group };
  return isTarget(target) ? target : null;
}
function isAllowed(target, account) {
  if ("assumeRole" in target) return target.assumeRole.split(":")[4] === account;
  return !("statements" in target) || target.statements.every((one) => checkStatement(one, []).length === 0);
}
function understood(document) {
  const statements = readPolicy(document);
  const value = statements && JSON.parse(document);
  if (!statements || !isRecord(value) || value["Version"] !== VERSION) return null;
  const plain2 = [value["Statement"]].flat().every((one) => isRecord(one) && Object.keys(one).every(isPart));
  const whole2 = statements.every(
    ({ effect, actions, resources }) => effect === "Allow" && actions !== null && resources !== null
  );
  return plain2 && whole2 && statements.length > 0 ? statements : null;
}
function isPart(key) {
  return PARTS.has(key);
}
function assumed(statements) {
  const [only, ...others] = statements;
  const [action, ...more] = only?.actions ?? [];
  const [role, ...further] = only?.resources ?? [];
  if (!only || others.length + more.length + further.length > 0 || action === void 0) return null;
  const isPlain = asciiLower(action) === asciiLower(ASSUME_ROLE) && Object.keys(only.conditions).length === 0;
  return isPlain ? { assumeRole: role } : null;
}
function statementOf({ actions, resources, conditions }) {
  const has = Object.keys(conditions).length > 0;
  return { actions: actions ?? [], resources: resources ?? [], ...has && { conditions } };
}

// src/connectors/aws-iam/outside/item.ts
function item(making) {
  const { id, what, found, administrator, why, since = null, lastUsed = null, gives = null } = making;
  return {
    id,
    what: line(what),
    digest: digestOf({ id, found }),
    by: null,
    since,
    lastUsed,
    severity: administrator ? "administrator" : "ordinary",
    removable: why === null,
    why: why === null ? null : line(why),
    gives
  };
}

// src/connectors/aws-iam/outside/view.ts
function documentIn({ account, managed: managed2 }, arn) {
  const policy = account.policies.get(arn);
  if (!policy) return managed2.get(arn) ?? null;
  return policy.versions.find(({ id }) => id === policy.defaultVersion)?.document ?? null;
}
var AWS_OWN = ["role/aws-service-role/", "role/aws-reserved/"];
function isKnown({ known: known2, own }, arn) {
  const name = resourceOf(arn);
  return known2.has(name) || known2.has(arn) || own.has(arn) || AWS_OWN.some((path) => name.startsWith(path));
}

// src/connectors/aws-iam/outside/holdings.ts
function heldBy(scene, detail) {
  const owned = scene.explained.owned.get(detail.principal);
  const inline2 = detail.inline.filter(({ name }) => name !== scene.house.instance);
  const groups2 = detail.groups.filter((name) => owned?.has(`${GROUP_PREFIX}${name}`) !== true);
  return [
    ...policiesOn(scene, { ...detail, inline: inline2 }, detail),
    ...groups2.map((name) => membership2(scene, detail, name))
  ];
}
function heldByGroup(scene, group) {
  return policiesOn(scene, group, null);
}
function policiesOn(scene, { inline: inline2, attached: attached2 }, principal) {
  return [
    ...inline2.map(({ name, document }) => {
      const weight = scene.scales.weigh(document);
      return item({
        id: idOf("inline", name),
        what: `inline policy ${name}: ${weight.says}${reachOf(scene, weight, principal)}`,
        found: { name, document: canonicalDocument(document) },
        administrator: weight.administrator,
        why: weight.why,
        gives: principal && scene.givenBy(document)
      });
    }),
    ...attached2.filter((arn) => !scene.isOurs(arn)).map((arn) => {
      const weight = scene.weighManaged(arn);
      const document = documentIn(scene.view, arn);
      return item({
        id: idOf("attached", arn),
        what: `${bareName(arn)} attached ${principal ? "directly" : "to the group"}: ${weight.says}${reachOf(scene, weight, principal)}`,
        // AWS edits its own policies now and then, which nobody here found, made or has to decide.
        found: { arn, document: isAws(arn) || document === null ? null : canonicalDocument(document) },
        administrator: weight.administrator,
        why: arn === principal?.boundary ? "It is the permissions boundary, too." : weight.why,
        gives: principal && !isAws(arn) ? scene.givenBy(document) : null
      });
    })
  ];
}
function membership2(scene, detail, group) {
  const weights = scene.weighGroup(group);
  const reaches = [...new Set(weights.flatMap((weight) => scene.opened(weight, detail)))].toSorted();
  const bar = weights.find(({ why }) => why !== null)?.why ?? null;
  return item({
    id: idOf("member", group),
    what: `member of group ${group}${reachText(reaches)}`,
    found: { group },
    administrator: weights.some(({ administrator }) => administrator),
    why: bar === null ? null : `Of a policy of the group: ${bar}`,
    gives: givenByGroup(group)
  });
}
function reachedByRole(scene, role) {
  return reached(scene, scene.weighPrincipal(role), role);
}
function reachedByGroup(scene, group) {
  return reached(scene, scene.weighGroup(group.name), null);
}
function reached(scene, weights, holder) {
  const roles = [...new Set(weights.flatMap((weight) => scene.opened(weight, holder)))];
  return roles.map(
    (role) => item({
      id: idOf("reach", role),
      what: `may assume ${role} without a grant of it`,
      found: { role },
      administrator: false,
      why: `It comes with what is granted: take sts:AssumeRole on ${role} out of the policies here.`
    })
  );
}
function reachOf(scene, weight, holder) {
  return reachText(scene.opened(weight, holder));
}
function reachText(roles) {
  return roles.length === 0 ? "" : `; may assume ${few(roles.map(bareName))} without a grant`;
}
function isAws(arn) {
  return arn.split(":")[4] === "aws";
}

// src/connectors/aws-iam/outside/fits.ts
function fitting(pattern) {
  const at = pattern.search(/[*?]/u);
  if (at < 0) return (text) => text === pattern;
  const prefix = pattern.slice(0, at);
  const folded = pattern.replaceAll(/\*+/gu, "*");
  const needed = folded.replaceAll("*", "").length;
  if (folded === `${prefix}*`) return (text) => text.startsWith(prefix);
  return (text) => text.startsWith(prefix) && needed <= text.length && matches(folded, text);
}

// src/connectors/aws-iam/outside/weigh.ts
var POLICY_WRITES = [
  "attachgrouppolicy",
  "attachrolepolicy",
  "attachuserpolicy",
  "createpolicyversion",
  "putgrouppolicy",
  "putrolepolicy",
  "putuserpolicy",
  "setdefaultpolicyversion"
].map((name) => `iam:${name}`);
var BOUNDS = /* @__PURE__ */ new Set(["iam:permissionsboundary", "iam:policyarn"]);
var TAKEOVERS = [
  ["iam:addusertogroup", "group"],
  ["iam:createaccesskey", "user"],
  ["iam:createloginprofile", "user"],
  ["iam:updateloginprofile", "user"],
  ["iam:updateassumerolepolicy", "role"]
];
var Scales = class {
  #account;
  #roles;
  #weights = /* @__PURE__ */ new Map();
  /** `roles`: ARNs of the entitlement roles, sorted. */
  constructor(account, roles) {
    this.#account = account;
    this.#roles = roles;
  }
  /** Null: the document could not be read. What can't be understood is nobody's to remove, and no administrator's either. */
  weigh(document) {
    if (document === null) return UNREAD;
    let weight = this.#weights.get(document);
    if (!weight) this.#weights.set(document, weight = this.#read(document));
    return weight;
  }
  #read(document) {
    const written = readPolicy(document);
    if (!written)
      return { ...UNREAD, why: "It isn’t a policy that we understand.", says: "what we can’t understand" };
    const statements = written.map(readied);
    const assuming = allowing(statements, "sts:assumerole");
    const denies = statements.some(({ effect }) => effect === "Deny") || document.includes('"Deny"');
    return {
      why: !denies ? null : "It contains a Deny: without it, more would be allowed.",
      administrator: this.#isAdministrator(statements),
      reaches: this.#roles.filter((role) => assuming.some(({ onResource }) => onResource(role))),
      says: inWords(written)
    };
  }
  #isAdministrator(statements) {
    const all = `arn:aws:iam::${this.#account}:`;
    const unbounded = statements.filter((statement) => !isBounded(statement));
    return POLICY_WRITES.some((action) => allowing(unbounded, action).some((each) => touches2(each, `${all}*`))) || TAKEOVERS.some(
      ([action, kind]) => allowing(statements, action).some((each) => spans(each, `${all}${kind}/*`))
    );
  }
};
var UNREAD = {
  why: "Its document can’t be read.",
  administrator: false,
  reaches: [],
  says: "what can’t be read"
};
function allowing(statements, action) {
  const about = statements.filter((each) => each.onAction(action));
  return about.some((each) => each.effect === "Deny" && isTotal(each)) ? [] : about.filter((each) => each.effect === "Allow");
}
function isTotal({ resources, conditions }) {
  return resources?.includes("*") === true && Object.keys(conditions).length === 0;
}
function isListed(tests, text) {
  return tests.some((test) => test(text));
}
function readied(statement) {
  const { actions, notActions, resources, notResources } = statement;
  const acts = (actions ?? notActions).map((pattern) => fitting(asciiLower(pattern)));
  const places = (resources?.map(open) ?? notResources).map(fitting);
  return {
    ...statement,
    onAction: (action) => (actions !== null || notActions.length > 0) && isListed(acts, action) === (actions !== null),
    onResource: (arn) => isListed(places, arn) === (resources !== null)
  };
}
function touches2({ resources, notResources }, arns) {
  return resources ? resources.some((pattern) => pattern === "*" || intersects(open(pattern), arns)) : !notResources.some((pattern) => covers(pattern, arns));
}
function spans({ resources, notResources }, arns) {
  return resources ? resources.some((pattern) => pattern === "*" || covers(pattern, arns)) : !notResources.some((pattern) => intersects(open(pattern), arns));
}
function isBounded({ effect, conditions }) {
  const keys = Object.values(conditions).flatMap((values) => Object.keys(values));
  return effect === "Allow" && keys.some((key) => BOUNDS.has(asciiLower(key)));
}
function open(pattern) {
  return pattern.includes("${") ? pattern.replaceAll(/\$\{[^}]*\}/gu, "*") : pattern;
}
function inWords(statements) {
  const parts = statements.map(({ effect, actions, notActions, resources, notResources }) => {
    const what = actions ? few(actions) : `all but ${few(notActions)}`;
    const where = resources ? few(resources) : `all but ${few(notResources)}`;
    return `${effect === "Allow" ? "allows" : "denies"} ${what} on ${where}`;
  });
  return parts.length === 0 ? "nothing" : parts.slice(0, 3).join("; ") + (parts.length > 3 ? "; …" : "");
}

// src/connectors/aws-iam/outside/scene.ts
var Scene = class {
  view;
  house;
  explained;
  scales;
  issuers;
  /** ARNs of roles that targets name; sorted. */
  entitlementRoles;
  #targetRoles;
  #targetGroups;
  #judged = /* @__PURE__ */ new Map();
  #answers = /* @__PURE__ */ new Map();
  #blocked = /* @__PURE__ */ new Map();
  #given = /* @__PURE__ */ new Map();
  constructor(view, house, explained) {
    this.view = view;
    this.house = house;
    this.explained = explained;
    const targets = explained.targets.filter(isTarget);
    this.#targetRoles = new Set(targets.flatMap((each) => "assumeRole" in each ? [each.assumeRole] : []));
    this.#targetGroups = new Set(targets.flatMap((each) => "group" in each ? [each.group] : []));
    this.entitlementRoles = [...this.#targetRoles].toSorted();
    this.scales = new Scales(house.number, this.entitlementRoles);
    this.issuers = { account: house.number, isKnown: (arn) => this.isKnown(arn) };
  }
  /** Whether all that hangs on something is nobody's finding. */
  isKnown(arn) {
    return isKnown(this.house, arn);
  }
  isEntitlementRole(arn) {
    return this.#targetRoles.has(arn);
  }
  isTargetGroup(name) {
    return this.#targetGroups.has(name);
  }
  /** Whether a managed policy is ours by path and name. One that is attached where it may not be is cleaned away, not found. */
  isOurs(arn) {
    const [path, name] = splitArn(arn);
    return readShard(this.house.instance, path, name) !== null;
  }
  weighManaged(arn) {
    return this.scales.weigh(documentIn(this.view, arn));
  }
  /** Everything that hangs on a group, weighed; a group that isn't in the account can't be read. */
  weighGroup(name) {
    const group = this.view.account.groups.get(name);
    if (!group) return [this.scales.weigh(null)];
    return [
      ...group.inline.map(({ document }) => this.scales.weigh(document)),
      ...group.attached.map((arn) => this.weighManaged(arn))
    ];
  }
  /** The target that would give a user or role just what a policy gives; null if none can say it. */
  givenBy(document) {
    return document === null ? null : once(this.#given, document, () => givenBy(document, this.house.number));
  }
  /** Everything foreign that a user or role can do, by its own policies and those of its groups. */
  weighPrincipal({ inline: inline2, attached: attached2, groups: groups2 }) {
    return [
      ...inline2.filter(({ name }) => name !== this.house.instance).map(({ document }) => this.scales.weigh(document)),
      ...attached2.filter((arn) => !this.isOurs(arn)).map((arn) => this.weighManaged(arn)),
      ...groups2.flatMap((name) => this.weighGroup(name))
    ];
  }
  /** Entitlement roles that a policy really opens to a holder: the role lets him in, and no boundary takes it from him. */
  opened({ reaches }, holder) {
    if (holder === null) return reaches;
    return reaches.filter(
      (role) => role !== holder.arn && this.#admits(role, holder.arn) && !this.#isBlocked(role, holder.boundary)
    );
  }
  /** Whether a role lets somebody in: everybody, if its trust isn't as it should be; nobody, if there is no such role. */
  #admits(role, arn) {
    const trust = this.view.account.principals.get(resourceOf(role))?.trust;
    if (trust === void 0 || trust === null) return false;
    const admits2 = once(this.#judged, trust, () => {
      const judged = trustFault(trust, this.house.number, this.entitlementRoles);
      return "admits" in judged ? judged.admits : () => true;
    });
    return once(this.#answers, `${arn} ${trust}`, () => admits2(arn));
  }
  #isBlocked(role, boundary) {
    if (boundary === null) return false;
    const body = JSON.stringify({ Action: "sts:AssumeRole", Resource: role });
    return once(this.#blocked, `${boundary} ${role}`, () => isDead({ body }, documentIn(this.view, boundary)));
  }
};
function once(known2, key, compute) {
  const found = known2.get(key);
  if (found !== void 0) return found;
  const value = compute();
  known2.set(key, value);
  return value;
}
function splitArn(arn) {
  const full = resourceOf(arn).replace(/^policy/u, "");
  const at = full.lastIndexOf("/") + 1;
  return [full.slice(0, at), full.slice(at)];
}

// src/connectors/aws-iam/outside/sign-in.ts
var ROOT = "Nothing of the root user’s is ever taken away automatically.";
function signInsOf(scene, { arn, id }, administrator) {
  const signIn = scene.view.credentials?.get(arn);
  return signIn ? items(signIn, { owner: id, administrator, bar: null }) : [];
}
function rootSignIns({ view, house }) {
  const arn = rootOf(house.number);
  const signIn = view.credentials?.get(arn);
  return signIn ? items(signIn, { owner: arn, administrator: true, bar: ROOT }) : [];
}
function rootOf(account) {
  return `arn:aws:iam::${account}:root`;
}
function items({ password, passwordUsed, mfa, keys }, owner) {
  const common2 = { administrator: owner.administrator, found: { owner: owner.owner } };
  const login = item({
    ...common2,
    id: "login",
    what: "login profile: may sign in to the console with a password",
    why: owner.bar,
    lastUsed: passwordUsed
  });
  const missing3 = item({
    ...common2,
    id: "mfa-missing",
    what: "no MFA device: signs in to the console with the password alone",
    why: owner.bar ?? "A device can only be added, by the user. Taking the login profile away mends it, too."
  });
  const isRoot2 = owner.bar !== null;
  return [
    ...keys.map((key) => accessKey(key, owner)),
    ...password && !isRoot2 ? [login] : [],
    ...password && !mfa ? [isRoot2 ? { ...missing3, what: "no MFA device on the root user" } : missing3] : []
  ];
}
function accessKey({ id, active, created, lastUsed, service }, { owner, administrator, bar }) {
  return item({
    id: idOf("key", id),
    what: `access key ${id}, ${active ? "active" : "inactive"}${service === null ? "" : `, last used with ${service}`}`,
    found: { owner, created },
    administrator,
    why: bar,
    since: created,
    lastUsed
  });
}

// src/connectors/aws-iam/outside/admitted.ts
var ASSUMING = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"];
function admitted(trust) {
  return readPolicy(trust)?.filter(isWayIn).flatMap(admittedBy) ?? null;
}
function isWayIn({ effect, actions, notActions }) {
  const allows = (action) => actions ? actions.some((pattern) => matches(asciiLower(pattern), action)) : !notActions.some((pattern) => matches(asciiLower(pattern), action));
  return effect === "Allow" && ASSUMING.some(allows);
}
function admittedBy(statement) {
  const { principal, hasNotPrincipal } = statement;
  if (hasNotPrincipal || !isRecord(principal)) return callers(statement, "*");
  return Object.entries(principal).flatMap(
    ([kind, values]) => [values].flat().flatMap((value) => {
      const name = String(value);
      if (kind === "AWS") return callers(statement, name);
      return kind === "Federated" ? tokens(statement, name) : [plain(name)];
    })
  );
}
function callers(statement, name) {
  if (/^A(?:IDA|ROA)[A-Z0-9]{12,}$/u.test(name)) return [];
  const isWide = name === "*" || /^\d{12}$/u.test(name) || name.endsWith(":root");
  const arns = isWide ? demanded(statement, "aws:principalarn", ARN_OPERATORS) : null;
  return (arns ?? [name]).map(plain);
}
function tokens(statement, provider2) {
  const host = /:oidc-provider\/(.+)$/u.exec(provider2)?.[1] ?? (provider2.startsWith("arn:") ? null : provider2);
  if (host === null) return [{ who: provider2, provider: provider2, audiences: null }];
  const audiences = demanded(statement, asciiLower(`${host}:aud`), TEXT_OPERATORS);
  const subjects = demanded(statement, asciiLower(`${host}:sub`), TEXT_OPERATORS) ?? ["*"];
  return subjects.map((subject) => ({ who: `${host}:${subject}`, provider: provider2, audiences }));
}
var TEXT_OPERATORS = ["StringEquals", "StringLike"];
var ARN_OPERATORS = ["ArnEquals", "ArnLike", ...TEXT_OPERATORS];
function demanded({ conditions }, key, operators) {
  for (const operator of operators) {
    const keys = Object.hasOwn(conditions, operator) ? conditions[operator] : void 0;
    const found = Object.entries(keys ?? {}).find(([name]) => asciiLower(name) === key);
    if (found && found[1].length > 0) return found[1];
  }
  return null;
}
function plain(who) {
  return { who, provider: null, audiences: null };
}

// src/connectors/aws-iam/outside/trusts.ts
var BY_HAND = "A trust is narrowed by hand: whoever stands in it may be in use.";
function strangersIn(scene, { principal, trust }, administrator) {
  const runs = scene.explained.accounts.get(principal)?.runs ?? [];
  const entries = admitted(trust ?? "");
  if (!entries) return [whole(trust, "a trust that we can’t read", administrator)];
  const strangers = /* @__PURE__ */ new Map();
  for (const one of entries) {
    if (isExplained(one, runs, scene.issuers)) continue;
    strangers.set(one.who, [...strangers.get(one.who) ?? [], one]);
  }
  return [...strangers].map(
    ([who, all]) => item({
      id: idOf("trust", who),
      what: `its trust lets in ${who === "*" ? "anybody" : who}${lacksAudience(all) ? ", whatever the token is for" : ""}`,
      found: { who, trust: canonicalDocument(trust ?? "") },
      administrator: administrator || who === "*",
      why: BY_HAND
    })
  );
}
function faultIn(scene, { trust }, administrator) {
  const judged = trustFault(trust ?? "", scene.house.number, scene.entitlementRoles);
  if (!("fault" in judged)) return [];
  return [whole(trust, `its trust lets in more than grants do: ${judged.fault.why}`, administrator)];
}
function providersInUse(scene) {
  const used = /* @__PURE__ */ new Set();
  for (const { arn, principal, trust } of scene.view.account.principals.values()) {
    if (trust === null) continue;
    const isOwn = scene.house.own.has(arn);
    const runs = scene.explained.accounts.get(principal)?.runs ?? [];
    for (const one of admitted(trust) ?? [])
      if (one.provider !== null && (isOwn || isExplained(one, runs, scene.issuers))) used.add(one.provider);
  }
  return used;
}
function whole(trust, what, administrator) {
  return item({ id: "trust", what, found: canonicalDocument(trust ?? ""), administrator, why: BY_HAND });
}
function lacksAudience(all) {
  return all.some(
    ({ provider: provider2, audiences }) => provider2?.includes(":oidc-provider/") === true && audiences === null
  );
}

// src/connectors/aws-iam/outside/find.ts
function findOutside(view, house, explained) {
  const scene = new Scene(view, house, explained);
  const { principals, groups: groups2 } = view.account;
  const found = [
    ...[...principals.values()].map((detail) => onPrincipal(scene, detail)),
    ...[...groups2.values()].map((group) => onGroup(scene, group)),
    ...onProviders(scene),
    onRoot(scene)
  ];
  return found.filter(({ items: items2 }) => items2.length > 0).map((each) => ({ ...each, items: each.items.toSorted((a, b) => a.id < b.id ? -1 : 1) })).toSorted((a, b) => a.principal < b.principal ? -1 : a.principal > b.principal ? 1 : 0);
}
function onPrincipal(scene, detail) {
  const kind = detail.trust === null ? "user" : "role";
  const items2 = scene.isKnown(detail.arn) ? [] : kind === "user" ? onUser(scene, detail) : onRole(scene, detail);
  return { principal: detail.arn, kind, name: detail.principal, principalId: detail.id, items: items2 };
}
function onUser(scene, detail) {
  const administrator = isAdministrator(scene, detail);
  return [
    ...heldBy(scene, detail),
    ...signInsOf(scene, detail, administrator),
    ...unnamed(scene, detail, "user that no file names", whyUserStays(scene, detail))
  ];
}
function onRole(scene, detail) {
  const administrator = isAdministrator(scene, detail);
  if (scene.isEntitlementRole(detail.arn))
    return [...faultIn(scene, detail, administrator), ...reachedByRole(scene, detail)];
  const why = "A role is deleted by hand: services and instances may run as it.";
  return [
    ...heldBy(scene, detail),
    ...strangersIn(scene, detail, administrator),
    ...unnamed(scene, detail, "role that no file names", why)
  ];
}
function unnamed(scene, detail, what, why) {
  if (scene.explained.accounts.has(detail.principal)) return [];
  const { id, created = null, lastUsed = null } = detail;
  const administrator = isAdministrator(scene, detail);
  return [item({ id: "principal", what, found: { id }, administrator, why, since: created, lastUsed })];
}
function whyUserStays(scene, detail) {
  if (detail.boundary !== null) return "It has a permissions boundary.";
  const bar = scene.weighPrincipal(detail).find(({ why }) => why !== null)?.why ?? null;
  return bar === null ? null : `Of a policy on it: ${bar}`;
}
function onGroup(scene, group) {
  const arn = groupArn(scene.house, group);
  const items2 = scene.isTargetGroup(group.name) ? reachedByGroup(scene, group) : heldByGroup(scene, group);
  const isKnown2 = scene.isKnown(arn) || scene.house.known.has(`group/${group.name}`);
  return {
    principal: arn,
    kind: "group",
    name: resourceOf(arn),
    principalId: null,
    items: isKnown2 ? [] : items2
  };
}
function groupArn({ number }, { arn, name }) {
  return arn ?? `arn:aws:iam::${number}:group/${name}`;
}
function onProviders(scene) {
  const used = providersInUse(scene);
  return (scene.view.providers ?? []).filter(({ arn }) => !used.has(arn) && !scene.isKnown(arn)).map(({ arn, created }) => ({
    principal: arn,
    kind: "provider",
    name: resourceOf(arn),
    principalId: null,
    items: [provider({ arn, created })]
  }));
}
function provider({ arn, created }) {
  const name = resourceOf(arn);
  return item({
    id: idOf("provider", name),
    what: `identity provider ${name} that no file names: roles may trust it`,
    found: { arn },
    administrator: false,
    why: "An identity provider is deleted by hand: everybody who signs in through it would be out.",
    since: created
  });
}
function onRoot(scene) {
  const principal = rootOf(scene.house.number);
  return {
    principal,
    kind: "account",
    name: "root",
    principalId: null,
    items: scene.isKnown(principal) ? [] : rootSignIns(scene)
  };
}
function isAdministrator(scene, detail) {
  return scene.weighPrincipal(detail).some(({ administrator }) => administrator);
}

// src/connectors/aws-iam/import/entitlement-roles.ts
function entitlementRoles2({ principals }, account, isKnown2, others) {
  const trusts = /* @__PURE__ */ new Map();
  for (const { arn, trust, maxSession } of principals.values())
    if (trust !== null && maxSession === SESSION_SECONDS && !isKnown2(arn)) trusts.set(arn, trust);
  let kept2 = [...trusts.keys()].filter((arn) => isSafe(trusts, arn, account, [arn, ...others]));
  for (; ; ) {
    const folders = onePerFolder([...kept2, ...others]);
    const left2 = kept2.filter((arn) => isSafe(trusts, arn, account, [arn, ...folders]));
    if (left2.length === kept2.length) return new Set(left2.toSorted());
    kept2 = left2;
  }
}
function isSafe(trusts, arn, account, others) {
  return !("fault" in trustFault(trusts.get(arn) ?? "", account, others));
}
function onePerFolder(arns) {
  const found = /* @__PURE__ */ new Map();
  for (const arn of arns) {
    const folder = arn.slice(0, arn.lastIndexOf("/") + 1);
    found.set(folder.endsWith(":role/") ? arn : folder, arn);
  }
  return [...found.values()];
}

// src/connectors/aws-iam/import/target.ts
function expressed(document, account, roles) {
  const statements = document === null ? null : readPolicy(document);
  if (document === null || !statements) return cannot("its document can’t be read");
  if (statements.some(({ effect }) => effect === "Deny") || document.includes('"Deny"'))
    return cannot("it contains a Deny");
  const { Version, Statement } = record(document);
  const written = [Statement].flat();
  const without = (chosen) => JSON.stringify({ Version, Statement: chosen });
  const assumed2 = statements.map((statement, index) => {
    const named = onlyAssumes(statement, roles) ? statement.resources ?? [] : [];
    const isPlain = (role) => {
      const one = givenBy(without([{ ...record(written[index]), Resource: role }]), account);
      return one !== null && "assumeRole" in one;
    };
    return named.every(isPlain) ? named : [];
  });
  const assumes = assumed2.flat();
  const isRest = (_, index) => assumed2[index]?.length === 0;
  const rest = written.filter(isRest);
  if (rest.length === 0)
    return { assumes, statements: null, why: assumes.length > 0 ? null : "it allows nothing" };
  const target = givenBy(without(rest), account);
  if (target && "statements" in target) return { assumes, statements: target.statements, why: null };
  return { assumes, statements: null, why: whyNot(statements.filter(isRest)) };
}
function cannot(why) {
  return { assumes: [], statements: null, why };
}
function record(value) {
  const read4 = typeof value === "string" ? JSON.parse(value) : value;
  return isRecord(read4) ? read4 : {};
}
function onlyAssumes({ actions, resources, conditions }, roles) {
  return actions?.every((action) => asciiLower(action) === asciiLower(ASSUME_ROLE)) === true && Object.keys(conditions).length === 0 && resources !== null && resources.length > 0 && resources.every((resource) => roles.has(resource));
}
function whyNot(statements) {
  for (const { actions, resources, conditions } of statements) {
    if (actions === null || resources === null) return "it says what it is not about (NotAction, NotResource)";
    const plain2 = { actions: [...actions], resources: [...resources], conditions: writable(conditions) };
    const [problem] = checkStatement(plain2, []);
    if (problem) return problem.message;
  }
  return "it is longer than a target may be, or in a form that we don’t understand to the letter";
}
function writable(conditions) {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [...values]]))
    ])
  );
}

// src/connectors/aws-iam/import/tier.ts
var READS2 = /^(?:[a-z0-9-]+:(?:batchget|check|describe|estimate|get|head|list|lookup|preview|query|scan|search|select|simulate|validate|view)|iam:generate|config:deliver)/u;
var SECRETS = [
  "ec2:getpassworddata",
  "ecr:getauthorizationtoken",
  "kms:decrypt",
  "lambda:getfunction",
  "rds-data:executestatement",
  "redshift:getclustercredentials",
  "secretsmanager:batchgetsecretvalue",
  "secretsmanager:getsecretvalue",
  "ssm:getparameter",
  "ssm:getparameterhistory",
  "ssm:getparameters",
  "ssm:getparametersbypath",
  "sts:getfederationtoken"
];
var GUARDS = /* @__PURE__ */ new Set([
  "account",
  "cloudtrail",
  "config",
  "guardduty",
  "iam",
  "identitystore",
  "kms",
  "organizations",
  "secretsmanager",
  "securityhub",
  "signin",
  "ssm",
  "sso",
  "sso-admin",
  "sts"
]);
function tierOf(policies2) {
  const tiers = policies2.map(({ weight, document }) => tierOfOne(weight, document));
  const order2 = ["low", "medium", "high", "critical"];
  const [worst] = tiers.toSorted((a, b) => order2.indexOf(b.risk) - order2.indexOf(a.risk));
  return worst ?? { risk: "medium", why: "no policy hangs on it" };
}
function tierOfOne({ administrator }, document) {
  const statements = document === null ? null : readPolicy(document);
  if (!statements) return { risk: "critical", why: "a policy of it can’t be read" };
  if (administrator) return { risk: "critical", why: "whoever holds it can give himself anything" };
  const allows = statements.filter(({ effect }) => effect === "Allow");
  const wide = allows.find(({ actions }) => actions === null);
  if (wide) return { risk: "critical", why: "it allows everything but what it names (NotAction)" };
  const changes = allows.filter(changesAnything);
  if (changes.some((statement) => touchesGuards(statement, "*")))
    return { risk: "critical", why: "it changes who may do what, or what is recorded, everywhere" };
  if (changes.some((statement) => touchesGuards(statement, null)))
    return { risk: "high", why: "it changes something that guards the account" };
  if (allows.some(readsSecrets)) return { risk: "high", why: "it reads secrets" };
  if (changes.some(isEverywhere))
    return { risk: "high", why: "it changes things wherever they are, or everything of a service" };
  if (changes.length > 0) return { risk: "medium", why: "it changes only what it names" };
  return { risk: "medium", why: "it reads" };
}
function changesAnything({ actions }) {
  return actions?.some((action) => !READS2.test(asciiLower(action))) === true;
}
function touchesGuards({ actions, resources }, on) {
  const guarding = actions?.some((action) => !READS2.test(asciiLower(action)) && isGuard(asciiLower(action))) === true;
  return guarding && (on === null || resources === null || resources.includes(on));
}
function isGuard(action) {
  const [service = ""] = action.split(":");
  return service.includes("*") || service.includes("?") || GUARDS.has(service);
}
function readsSecrets({ actions }) {
  return actions?.some((pattern) => {
    const fits2 = fitting(asciiLower(pattern));
    return SECRETS.some(fits2);
  }) === true;
}
function isEverywhere({ actions, resources }) {
  const anywhere = resources === null || resources.some((resource) => resource === "*" || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/u.test(resource));
  return anywhere || actions?.some((action) => !READS2.test(asciiLower(action)) && /[*?]/u.test(action)) === true;
}

// src/connectors/aws-iam/import/entitlements.ts
var Harvest = class {
  entitlements = /* @__PURE__ */ new Map();
  holdings = [];
  unsaid = [];
  #scene;
  #roles;
  constructor(scene, roles) {
    this.#scene = scene;
    this.#roles = roles;
  }
  /** A role that people may be granted to assume: what its policies allow is what it is worth. */
  role({ arn, inline: inline2, attached: attached2 }) {
    this.#entitlement({
      name: bareName(arn),
      target: { assumeRole: arn },
      policies: this.#policiesOf({ inline: inline2, attached: attached2 }),
      source: `role ${resourceOf(arn).slice("role/".length)}, which may be assumed for an hour at a time`
    });
  }
  /** A group: whoever is in it has its policies. */
  group(group) {
    const target = { group: group.name };
    if (!isTarget(target)) return;
    const policies2 = this.#policiesOf(group);
    this.#entitlement({ name: group.name, target, policies: policies2, source: `group ${group.name}` });
  }
  /** Everything that hangs on a user or a workload’s role. */
  holder(detail) {
    const { principal, inline: inline2, attached: attached2, groups: groups2 } = detail;
    for (const group of groups2) {
      const [id, entitlement] = [idOf("member", group), isTarget({ group }) ? inOneForm({ group }) : ""];
      const how = `was a member of group ${group}`;
      if (this.entitlements.has(entitlement)) this.holdings.push({ principal, entitlement, ids: [id], how });
      else this.#cannot(detail, id, "the group is none that a file may name");
    }
    for (const { name, document } of inline2)
      if (name !== this.#scene.house.instance)
        this.#policy(detail, {
          id: idOf("inline", name),
          // Inline policies are called alike everywhere: whose it is says more.
          name: `${bareName(detail.arn)}-${name}`,
          document,
          how: `had the inline policy ${name}`
        });
    for (const arn of attached2) {
      if (this.#scene.isOurs(arn)) continue;
      const [name, document] = [bareName(arn), documentIn(this.#scene.view, arn)];
      this.#policy(detail, {
        id: idOf("attached", arn),
        name,
        document,
        how: `had the policy ${name} attached`
      });
    }
  }
  #policy(detail, policy) {
    const { principal } = detail;
    const { id, name, document, how } = policy;
    const { assumes, statements, why } = expressed(document, this.#scene.house.number, this.#roles);
    for (const role of assumes)
      this.holdings.push({
        principal,
        entitlement: inOneForm({ assumeRole: role }),
        ids: [id],
        how: `${how}, which names the role ${bareName(role)}`
      });
    if (why !== null) this.#cannot(detail, id, why);
    if (statements === null) return;
    const target = { statements };
    const policies2 = [{ weight: this.#scene.scales.weigh(document), document }];
    this.#entitlement({
      name,
      target,
      policies: policies2,
      source: policy.id.startsWith("inline:") ? `an inline policy of ${principal}` : `policy ${name}`
    });
    this.holdings.push({ principal, entitlement: inOneForm(target), ids: [id], how });
  }
  #policiesOf({ inline: inline2, attached: attached2 }) {
    const documents = [
      ...inline2.map(({ document }) => document),
      ...attached2.filter((arn) => !this.#scene.isOurs(arn)).map((arn) => documentIn(this.#scene.view, arn))
    ];
    return documents.map((document) => ({ document, weight: this.#scene.scales.weigh(document) }));
  }
  /** The same target is told once, by the first name that it was met under. */
  #entitlement(made) {
    const { name, target, policies: policies2, source } = made;
    const key = inOneForm(target);
    if (this.entitlements.has(key)) return;
    const tier = tierOf(policies2);
    const says = policies2.map(({ weight }) => weight.says).join("; ");
    this.entitlements.set(key, {
      key,
      name,
      target,
      description: line(says === "" ? "nothing by itself" : says),
      risk: tier.risk,
      why: [`taken from ${source}`, `${tier.risk} because ${tier.why}`]
    });
  }
  #cannot({ arn }, id, why) {
    this.unsaid.push({ principal: arn, id, why });
  }
};

// src/connectors/aws-iam/import/risks.ts
var UNUSED = 90 * DAY;
function risksIn(scene, terms) {
  const root = rootOf(scene.house.number);
  const found = [...scene.view.account.principals.values()].flatMap(
    (detail) => scene.isKnown(detail.arn) ? [] : risksOf(scene, detail, terms)
  );
  const signIn = scene.isKnown(root) ? void 0 : scene.view.credentials?.get(root);
  const rootRisks = signIn ? signInRisks(signIn, "root", terms) : [];
  return [...found, ...rootRisks].toSorted(
    (a, b) => compare(a.principal, b.principal) || compare(a.risk, b.risk) || compare(a.says, b.says)
  );
}
function risksOf(scene, detail, terms) {
  const { principal, arn, trust } = detail;
  const signIn = scene.view.credentials?.get(arn);
  const isAdministrator2 = scene.weighPrincipal(detail).some(({ administrator }) => administrator);
  const says = "may give itself anything";
  return [
    ...isAdministrator2 ? [{ principal, risk: "administrator", says }] : [],
    ...signIn ? signInRisks(signIn, principal, terms) : [],
    ...trust === null ? [] : foreignersIn(scene, principal, trust),
    ...unused(detail, signIn, scene.view.credentials !== null, terms)
  ];
}
function signInRisks({ keys, password, mfa }, principal, { now, keyAge }) {
  const old = keys.filter(({ active, created }) => active && (created === null || now - created > keyAge));
  return [
    ...old.map(({ id, created }) => ({
      principal,
      risk: "old-key",
      says: `its key ${id.startsWith("root-") ? id : `ending in ${id.slice(-4)}`} ${created === null ? "is of unknown age" : `was made ${writeInstant(created)}`}`
    })),
    ...password && !mfa ? [{ principal, risk: "no-mfa", says: "signs in to the console with the password alone" }] : []
  ];
}
function foreignersIn(scene, principal, trust) {
  const { number } = scene.house;
  const others = (admitted(trust) ?? []).filter(({ who, provider: provider2 }) => provider2 === null && (who === "*" || isOther(who, number))).map(({ who }) => who === "*" ? "anybody" : who);
  if (others.length === 0) return [];
  return [
    { principal, risk: "other-account", says: `its trust lets in ${few([...new Set(others)].toSorted())}` }
  ];
}
function isOther(who, account) {
  const owner = /^\d{12}$/u.exec(who)?.[0] ?? (who.startsWith("arn:") ? who.split(":")[4] : void 0);
  return owner !== void 0 && owner !== account;
}
function unused({ principal, created = null, lastUsed = null, trust }, signIn, isRead, { now }) {
  if (trust === null && !isRead) return [];
  const uses = trust === null ? [signIn?.passwordUsed ?? null, ...(signIn?.keys ?? []).map((key) => key.lastUsed)] : [lastUsed];
  const last2 = Math.max(...uses.map((use) => use ?? Number.NEGATIVE_INFINITY));
  const since = Math.max(last2, created ?? Number.NEGATIVE_INFINITY);
  if (now - since <= UNUSED) return [];
  const says = Number.isFinite(last2) ? `was last used ${day(last2)}` : "was never used, as far as AWS tells";
  return [{ principal, risk: "unused", says }];
}
function day(at) {
  return writeInstant(at).slice(0, "YYYY-MM-DD".length);
}

// src/connectors/aws-iam/import/account-of.ts
function accountOf(principal) {
  const at = principal.indexOf("/");
  const rest = principal.slice(at + 1);
  const account = principal.startsWith("user/") ? { user: rest } : { role: rest };
  return isAccount(account) ? account : null;
}

// src/connectors/aws-iam/import/roles.ts
var MOST_RUNS = 20;
var LONGEST_REF = 500;
function guessRole(detail, terms) {
  const entries = admitted(detail.trust ?? "");
  const known2 = [];
  const strangers = [];
  for (const one of entries ?? []) {
    const run = runOf(one, terms);
    if (run) known2.push({ one, run });
    else strangers.push(one.who);
  }
  const runs = distinct(known2.map(({ run }) => run)).slice(0, MOST_RUNS);
  const account = accountOf(detail.principal);
  const wide = runs.some(({ ref }) => /[*?]/u.test(ref));
  const isWorkload = account !== null && runs.length > 0;
  return {
    principal: detail.principal,
    kind: "workload",
    confidence: !isWorkload ? "low" : wide || strangers.length > 0 ? "medium" : "high",
    why: [
      ...entries === null ? ["its trust can’t be read"] : [],
      ...runs.map(({ ref }) => `its trust lets in ${ref}`),
      ...strangers.length === 0 ? [] : [`its trust lets in what no file may name: ${few([...new Set(strangers)].toSorted())}`],
      ...account === null ? ["no file can name it: its path or name has characters that files don’t allow"] : []
    ],
    account,
    name: bareName(detail.arn),
    email: null,
    work: workOf(runs),
    runs
  };
}
function runOf(one, { issuers, organization }) {
  const run = candidate(one, issuers.account, organization);
  if (!run || run.ref.length > LONGEST_REF || run.ref.includes("${")) return null;
  return isExplained(one, [run], issuers) ? run : null;
}
function candidate({ who, provider: provider2 }, account, organization) {
  if (provider2 === null) {
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/u.test(who))
      return { kind: "other", ref: who };
    const [, , , , owner, resource = ""] = who.split(":");
    const isOwnRole = who.startsWith("arn:") && owner === account && resource.startsWith("role/");
    return isOwnRole && !/[*?]/u.test(who) ? { kind: "aws-role", ref: who } : null;
  }
  const subject = who.slice(who.indexOf(":") + 1);
  if (who.startsWith(`${GITHUB_HOST}:`))
    return isOwnRepository(subject, organization) ? { kind: "github-actions", ref: subject } : null;
  const isOneServiceAccount = /^system:serviceaccount:[^:*?]+:[^:*?]+$/u.test(subject);
  return isOneServiceAccount ? { kind: "kubernetes", ref: subject } : null;
}
function isOwnRepository(subject, organization) {
  const [, owner] = /^repo:([^/@:*?]+)(?:@\d+)?\/[^/:*?]+:/u.exec(subject) ?? [];
  return owner?.toLowerCase() === organization.toLowerCase();
}
function workOf(runs) {
  if (runs.some(({ kind }) => kind === "github-actions")) return "pipeline";
  return runs.some(({ ref }) => ref.startsWith("ec2.")) ? "machine" : "service";
}
function distinct(runs) {
  const byKey = new Map(runs.map((run) => [`${run.kind} ${run.ref}`, run]));
  return [...byKey].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, run]) => run);
}

// src/connectors/aws-iam/import/signs.ts
var ADDRESS = /^[A-Za-z0-9][A-Za-z0-9._%+-]{0,62}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}$/u;
var LONGEST3 = 200;
var ADDRESS_TAGS = /* @__PURE__ */ new Set(["email", "e-mail", "mail", "emailaddress"]);
var MACHINE_WORDS = new Set(
  "svc service services bot ci cd deploy deployer deployment pipeline build builder backup exporter importer lambda app application terraform ansible jenkins gitlab github circleci machine machines server system automation agent worker cron job batch monitoring metrics scanner robot smtp ses api".split(
    " "
  )
);
function addressOf({ arn, tags = [] }) {
  const name = bareName(arn);
  const tagged = tags.filter(({ key }) => ADDRESS_TAGS.has(key.toLowerCase())).map(({ value }) => value);
  const found = new Set([name, ...tagged].filter(isAddress).map((text) => text.toLowerCase()));
  const [only, other] = found;
  return only !== void 0 && other === void 0 ? only : null;
}
function isAddress(text) {
  return text.length <= LONGEST3 && ADDRESS.test(text);
}
function machineWordIn({ principal }) {
  const words = principal.slice(principal.indexOf("/") + 1).toLowerCase().split(/[^a-z]+/u);
  return words.find((word) => MACHINE_WORDS.has(word)) ?? null;
}
function isFullName({ arn }) {
  return /^[a-z]{2,20}\.[a-z]{2,30}$/iu.test(bareName(arn));
}

// src/connectors/aws-iam/import/users.ts
function guessUser(detail, signIn) {
  const human = humanSigns(detail, signIn);
  const machine = machineSigns(detail, signIn);
  const { kind, confidence } = weighed(human, machine);
  const account = accountOf(detail.principal);
  const odd = account === null ? ["no file can name it: its path or name has characters that files don’t allow"] : [];
  return {
    principal: detail.principal,
    kind,
    confidence: account === null ? "low" : confidence,
    why: [...human, ...machine, ...human.length + machine.length === 0 ? [NO_SIGN] : [], ...odd],
    account,
    name: bareName(detail.arn),
    email: addressOf(detail),
    work: "service",
    runs: [{ kind: "other", ref: "wherever the keys of this IAM user are kept" }]
  };
}
var NO_SIGN = "nothing tells who it is: no password, no active key, no telling name";
function humanSigns(detail, signIn) {
  return [
    ...signIn?.password === true ? ["may sign in to the console with a password"] : [],
    ...addressOf(detail) === null ? [] : ["its name or a tag is an e-mail address"],
    ...signIn?.mfa === true ? ["has an MFA device"] : [],
    ...isFullName(detail) ? ["its name is a first and a last name"] : []
  ];
}
function machineSigns(detail, signIn) {
  const word = machineWordIn(detail);
  const hasKeys = signIn !== null && signIn.keys.some(({ active }) => active);
  return [
    ...word === null ? [] : [`its name or path holds the word "${word}"`],
    ...hasKeys && !signIn.password ? ["has active keys and no password"] : []
  ];
}
function weighed(human, machine) {
  const kind = human.length >= machine.length && human.length > 0 ? "person" : "workload";
  const most = Math.max(human.length, machine.length);
  if (most === 0 || human.length > 0 && machine.length > 0) return { kind, confidence: "low" };
  return { kind, confidence: most > 1 ? "high" : "medium" };
}

// src/connectors/aws-iam/import/guess.ts
function guess({ view, house, explained, organization, terms, unread }) {
  const { principals, groups: groups2 } = view.account;
  const known2 = (arn) => isKnown(house, arn);
  const named = explained.targets.flatMap(roleIn);
  const roles = /* @__PURE__ */ new Set([...entitlementRoles2(view.account, house.number, known2, named), ...named]);
  const targets = [...explained.targets, ...[...roles].map((assumeRole2) => ({ assumeRole: assumeRole2 }))];
  const scene = new Scene(view, house, { ...explained, targets });
  const harvest = new Harvest(scene, roles);
  const details = [...principals.values()].toSorted((a, b) => compare(a.principal, b.principal));
  const others = details.filter(({ arn }) => !known2(arn) && !roles.has(arn));
  for (const detail of details) if (roles.has(detail.arn) && detail.trust !== null) harvest.role(detail);
  for (const group of [...groups2.values()].toSorted((a, b) => compare(a.name, b.name)))
    if (!(group.arn !== void 0 && known2(group.arn)) && !house.known.has(`group/${group.name}`))
      harvest.group(group);
  for (const detail of others) harvest.holder(detail);
  const subjects = others.map(
    (detail) => detail.trust === null ? guessUser(detail, view.credentials?.get(detail.arn) ?? null) : guessRole(detail, { issuers: scene.issuers, organization })
  );
  return {
    subjects,
    entitlements: [...harvest.entitlements.values()].toSorted(
      (a, b) => compare(a.name, b.name) || compare(a.key, b.key)
    ),
    holdings: distinct2(harvest.holdings),
    unsaid: harvest.unsaid,
    risks: risksIn(scene, terms),
    unread,
    keyOf: (target) => inOneForm(shapedTarget(target)),
    outside: (by) => findOutside(view, house, by)
  };
}
function roleIn(target) {
  if (typeof target !== "object" || target === null || !("assumeRole" in target)) return [];
  return typeof target.assumeRole === "string" ? [target.assumeRole] : [];
}
function distinct2(all) {
  const found = /* @__PURE__ */ new Map();
  for (const one of all) {
    const key = `${one.principal} ${one.entitlement}`;
    const known2 = found.get(key);
    found.set(key, known2 ? { ...known2, ids: [...known2.ids, ...one.ids] } : one);
  }
  return [...found].toSorted(([a], [b]) => compare(a, b)).map(([, one]) => one);
}

// src/connectors/aws-iam/io/outside/credentials.ts
var import_client_iam8 = __toESM(require_dist_cjs5(), 1);

// src/connectors/aws-iam/outside/report.ts
var ROOT2 = "<root_account>";
function readReport(text) {
  const [head = "", ...lines] = text.split(/\r?\n/u);
  const columns = head.split(",");
  if (columns[0] !== "user" || columns[1] !== "arn" || !NEEDED.every((name) => columns.includes(name)))
    return null;
  const read4 = lines.map((each) => readLine(each, columns)).filter((each) => each !== null);
  return new Map(read4.map((each) => [each.arn, each]));
}
var NEEDED = [
  "user_creation_time",
  "password_enabled",
  "password_last_used",
  "mfa_active",
  ...["1", "2"].flatMap((n) => [
    `access_key_${n}_active`,
    `access_key_${n}_last_rotated`,
    `access_key_${n}_last_used_date`
  ])
];
function readLine(text, columns) {
  const all = text.split(",");
  const rest = columns.length - 2;
  const cells = all.slice(-rest);
  const [, user, quote, raw] = /^"?([^:]*?)"?,("?)(arn:.*)$/u.exec(all.slice(0, -rest).join(",")) ?? [];
  if (user === void 0 || raw === void 0) return null;
  const arn = quote === "" ? raw : raw.replace(/"$/u, "").replaceAll('""', '"');
  const cell = (name) => cells[columns.indexOf(name) - 2] ?? "";
  return {
    arn,
    created: readTime(cell("user_creation_time")),
    // Of the root user the report says `not_supported`: it always has a password.
    password: cell("password_enabled") === "true" || user === ROOT2,
    passwordUsed: readTime(cell("password_last_used")),
    mfa: cell("mfa_active") === "true",
    keys: ["1", "2"].flatMap((n) => {
      const active = cell(`access_key_${n}_active`) === "true";
      const changed = readTime(cell(`access_key_${n}_last_rotated`));
      const lastUsed = readTime(cell(`access_key_${n}_last_used_date`));
      const service = wordIn(cell(`access_key_${n}_last_used_service`));
      return changed === null ? [] : [{ active, changed, lastUsed, service }];
    })
  };
}
function readTime(text) {
  return readInstant(text, "end");
}
function wordIn(text) {
  return /^[a-z0-9][a-z0-9-]{0,62}$/u.test(text) ? text : null;
}
function serviceIn({ keys }, lastUsed) {
  const [one, other] = keys.filter((key) => lastUsed !== null && key.lastUsed === lastUsed);
  return one && !other ? one.service : null;
}
function useIn(line2, created, count) {
  const [exact, second] = line2.keys.filter(({ changed }) => changed === created);
  if (exact && !second) return exact.lastUsed;
  const [only, other] = line2.keys;
  const isSame = count === 1 && only && !other && created !== null && only.changed > created;
  return isSame ? only.lastUsed : "ask";
}

// src/connectors/aws-iam/io/outside/report.ts
var import_client_iam7 = __toESM(require_dist_cjs5(), 1);
var NONE = /* @__PURE__ */ new Set([
  "CredentialReportNotPresent",
  "CredentialReportExpired",
  "ReportNotPresent",
  "ReportExpired"
]);
var NOT_YET = /* @__PURE__ */ new Set(["CredentialReportNotReady", "ReportInProgress"]);
var TRIES = 20;
var WAIT = 3e3;
async function credentialReport(iam, { sleep, signal }) {
  const standing = await reportOr(iam, NONE);
  if (standing) return standing;
  await iam.send(new import_client_iam7.GenerateCredentialReportCommand({}));
  for (let attempt = 1; ; attempt++) {
    const made = await reportOr(iam, attempt < TRIES ? /* @__PURE__ */ new Set([...NONE, ...NOT_YET]) : NONE);
    if (made) return made;
    if (attempt >= TRIES || signal.aborted) throw new Error("IAM makes no credential report.");
    await sleep(WAIT);
  }
}
async function reportOr(iam, otherwise) {
  let content;
  try {
    content = (await iam.send(new import_client_iam7.GetCredentialReportCommand({}))).Content;
  } catch (error) {
    if (otherwise.has(codeOf(error))) return null;
    throw error;
  }
  const lines = readReport(new TextDecoder().decode(content));
  if (!lines) throw new Error("IAM’s credential report has a form that we don’t know.");
  return lines;
}

// src/connectors/aws-iam/io/outside/credentials.ts
var AT_ONCE = 4;
async function readCredentials(iam, users2, root, ports) {
  const report2 = await credentialReport(iam, ports);
  const read4 = await pMap(
    users2,
    async (user) => {
      const line3 = report2.get(user.arn);
      const isSame = line3 && (line3.created === null || line3.created === (user.created ?? line3.created));
      return [user.arn, isSame ? await fromLine(iam, user, line3) : await askedOf(iam, user)];
    },
    { concurrency: AT_ONCE }
  );
  const line2 = report2.get(root);
  return new Map([...read4, ...line2 ? [[root, rootFrom(line2)]] : []]);
}
async function fromLine(iam, user, line2) {
  const { password, passwordUsed, mfa } = line2;
  if (line2.keys.length === 0) return { password, passwordUsed, mfa, keys: [] };
  const listed = await keysOf(iam, user);
  const keys = [];
  for (const key of listed) {
    const facts = factsOf(key);
    const told = useIn(line2, facts.created, listed.length);
    const use = told === "ask" ? await lastUse(iam, facts.id) : { lastUsed: told, service: serviceIn(line2, told) };
    keys.push({ ...facts, ...use });
  }
  return { password, passwordUsed, mfa, keys };
}
async function askedOf(iam, user) {
  const UserName = bareName(user.arn);
  const profile = await orNothing(iam.send(new import_client_iam8.GetLoginProfileCommand({ UserName })));
  const devices = await orNothing(iam.send(new import_client_iam8.ListMFADevicesCommand({ UserName })));
  return {
    password: profile !== null,
    passwordUsed: null,
    mfa: (devices?.MFADevices ?? []).length > 0,
    keys: (await keysOf(iam, user)).map(factsOf)
  };
}
async function keysOf(iam, user) {
  const UserName = bareName(user.arn);
  const pages = await orNothing(
    allPages((marker) => iam.send(new import_client_iam8.ListAccessKeysCommand({ UserName, ...marker })))
  );
  return (pages ?? []).flatMap((page) => page.AccessKeyMetadata ?? []);
}
function factsOf({ AccessKeyId, Status, CreateDate }) {
  const id = given(AccessKeyId, "AccessKeyId");
  return { id, active: Status === "Active", created: instant(CreateDate), lastUsed: null, service: null };
}
async function lastUse(iam, AccessKeyId) {
  const answer = await orNothing(iam.send(new import_client_iam8.GetAccessKeyLastUsedCommand({ AccessKeyId })));
  const { LastUsedDate: last2, ServiceName: name } = answer?.AccessKeyLastUsed ?? {};
  const lastUsed = instant(last2);
  return { lastUsed, service: lastUsed === null || name === void 0 || name === "N/A" ? null : name };
}
function rootFrom({ password, passwordUsed, mfa, keys }) {
  return {
    password,
    passwordUsed,
    mfa,
    keys: keys.map(({ active, changed, lastUsed, service }, n) => ({
      id: `root-${n + 1}`,
      active,
      created: changed,
      lastUsed,
      service
    }))
  };
}

// src/connectors/aws-iam/io/outside/providers.ts
var import_client_iam9 = __toESM(require_dist_cjs5(), 1);
async function readProviders(iam) {
  const { OpenIDConnectProviderList: oidc = [] } = await iam.send(new import_client_iam9.ListOpenIDConnectProvidersCommand({}));
  const { SAMLProviderList: saml = [] } = await iam.send(new import_client_iam9.ListSAMLProvidersCommand({}));
  return [
    ...oidc.map(({ Arn }) => ({ arn: given(Arn, "Arn"), created: null })),
    ...saml.map(({ Arn, CreateDate }) => ({ arn: given(Arn, "Arn"), created: instant(CreateDate) }))
  ];
}

// src/connectors/aws-iam/io/outside/read.ts
async function readOutside(lookout, detail, explained) {
  const unread = [];
  const view = await readView(lookout, detail, unread);
  const found = findOutside(view, lookout.house, explained);
  return { found: await attributed(lookout, detail, found, explained, unread), unread };
}
async function viewWhole(lookout, detail) {
  const unread = [];
  return { view: await readView(lookout, detail, unread), unread };
}
async function readView({ iam, house, managed: managed2, ports }, { account }, unread) {
  for (const arn of missingDocuments(account)) {
    if (!managed2.has(arn)) managed2.set(arn, await readManaged(iam, arn, ports.log));
    if (managed2.get(arn) === null) unread.push({ ids: [], why: `The document of ${arn} can’t be read.` });
  }
  const users2 = [...account.principals.values()].filter(
    ({ arn, trust }) => trust === null && !isKnown(house, arn)
  );
  const attempt = async (what, ids, read4) => {
    try {
      return await read4();
    } catch (error) {
      const { code, message } = tell(error);
      unread.push({ ids, why: `${what} can’t be read: ${code}: ${message}` });
      return null;
    }
  };
  return {
    account,
    managed: managed2,
    credentials: await attempt(
      "Keys, passwords and MFA",
      ["key:", "login", "mfa-missing"],
      () => readCredentials(iam, users2, rootOf(house.number), ports)
    ),
    providers: await attempt("Identity providers", ["provider:"], () => readProviders(iam))
  };
}
async function attributed({ trail, ports }, { account }, found, { onFile }, unread) {
  const clues = cluesOf(found, onFile, account.serverTime);
  if (clues.length === 0) return found;
  const client = await trail();
  if (!client) {
    unread.push({ ids: [], why: "Who made what can’t be told: there is no CloudTrail beside this IAM." });
    return found;
  }
  const { events, stopped } = await lookUp(client, clues, ports);
  if (stopped !== null) {
    const { code, message } = tell(stopped);
    unread.push({ ids: [], why: `Who made what can’t be told in full by CloudTrail: ${code}: ${message}` });
  }
  const told = new Map([...events].map(([{ principal, id }, event]) => [`${principal} ${id}`, event]));
  return found.map((each) => ({
    ...each,
    items: each.items.map((item2) => {
      const event = told.get(`${each.principal} ${item2.id}`);
      return event ? { ...item2, by: event.by, since: item2.since ?? event.at } : item2;
    })
  }));
}

// src/connectors/aws-iam/outside/conferred.ts
function conferredBy(thing, { holder, view }) {
  const what = givenBy2(thing, view);
  if ("id" in holder || what === null) return what;
  return holder.members ? digestOf({ what, members: holder.members }) : null;
}
function givenBy2(thing, view) {
  switch (thing.what) {
    case "inline":
      return digestOf(canonicalDocument(thing.document));
    case "attached":
      return managed(thing.arn, view);
    case "member": {
      const group = view.account.groups.get(thing.group);
      const attached2 = group?.attached.toSorted().map((arn) => managed(arn, view));
      if (!group || !attached2 || attached2.includes(null)) return null;
      const inline2 = group.inline.map(({ document }) => digestOf(canonicalDocument(document))).toSorted();
      return digestOf({ inline: inline2, attached: attached2 });
    }
    case "key":
    case "login":
    default:
      return null;
  }
}
function managed(arn, view) {
  const document = documentIn(view, arn);
  return document === null ? null : digestOf(canonicalDocument(document));
}

// src/connectors/aws-iam/outside/things.ts
var ORDER = ["key", "login", "member", "attached", "inline"];
function thingsOn({ holder, signIn }) {
  const things = [
    ...(signIn?.keys ?? []).map(
      ({ id, active }) => [idOf("key", id), { what: "key", key: id, active }]
    ),
    ...signIn?.password === true ? [["login", { what: "login" }]] : [],
    ...("groups" in holder ? holder.groups : []).map(
      (group) => [idOf("member", group), { what: "member", group }]
    ),
    ...holder.attached.map((arn) => [idOf("attached", arn), { what: "attached", arn }]),
    ...holder.inline.map(
      ({ name, document }) => [idOf("inline", name), { what: "inline", name, document }]
    )
  ];
  return new Map(things.toSorted(([, a], [, b]) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what)));
}
function savedOf(thing, fresh, item2) {
  if (thing.what === "key" || thing.what === "login") return null;
  const { id, digest } = item2;
  const principalId = "id" in fresh.holder ? fresh.holder.id : null;
  return { form: "aws-iam/1", id, digest, principalId, confers: conferredBy(thing, fresh), ...thing };
}
function withSaved(fresh, saved2) {
  const { holder, view } = fresh;
  const grown = {
    ...holder,
    ...saved2.what === "attached" && { attached: [...holder.attached, saved2.arn] },
    ...saved2.what === "inline" && {
      inline: [...holder.inline, { name: saved2.name, document: saved2.document }]
    },
    ...saved2.what === "member" && "groups" in holder && { groups: [...holder.groups, saved2.group] }
  };
  return { ...fresh, holder: grown, view: viewOf(grown, view) };
}
function viewOf(holder, rest) {
  const isGroup = !("id" in holder);
  return {
    ...rest,
    account: {
      ...rest.account,
      principals: isGroup ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[resourceOf(holder.arn), holder]]),
      groups: isGroup ? /* @__PURE__ */ new Map([[holder.name, holder]]) : rest.account.groups
    }
  };
}

// src/connectors/aws-iam/io/outside/fresh.ts
var import_client_iam10 = __toESM(require_dist_cjs5(), 1);
async function readFresh(iam, arn, instance, log) {
  const name = resourceOf(arn);
  if (name.startsWith("group/")) {
    const group = await readGroup(iam, bareName(name));
    if (group?.arn !== arn) return null;
    return freshOf(iam, name, { ...group, members: await readMembers(iam, group.name) }, null, log);
  }
  const read4 = await readPrincipal(iam, name, instance);
  if (read4?.detail.arn !== arn) return null;
  const { detail } = read4;
  return freshOf(iam, name, detail, detail.trust === null ? await askedOf(iam, detail) : null, log);
}
async function freshOf(iam, name, holder, signIn, log) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const group of "groups" in holder ? holder.groups : []) {
    const read4 = await readGroup(iam, group);
    if (read4) groups2.set(group, read4);
  }
  const managed2 = /* @__PURE__ */ new Map();
  for (const policy of [...holder.attached, ...[...groups2.values()].flatMap(({ attached: attached2 }) => attached2)])
    if (!managed2.has(policy)) managed2.set(policy, await readManaged(iam, policy, log));
  const rest = {
    account: { serverTime: 0, principals: /* @__PURE__ */ new Map(), groups: groups2, policies: /* @__PURE__ */ new Map(), summary: {} },
    managed: managed2,
    credentials: signIn && "id" in holder ? /* @__PURE__ */ new Map([[holder.arn, signIn]]) : null,
    providers: null
  };
  return { view: viewOf(holder, rest), name, holder, signIn };
}
async function readMembers(iam, GroupName) {
  const pages = await allPages((marker) => iam.send(new import_client_iam10.GetGroupCommand({ GroupName, ...marker })));
  return pages.flatMap((page) => page.Users ?? []).map((user) => given(user.UserId, "UserId")).toSorted();
}
async function readGroup(iam, GroupName) {
  const group = await orNothing(iam.send(new import_client_iam10.GetGroupCommand({ GroupName, MaxItems: 1 })));
  if (!group) return null;
  const names = await allPages((marker) => iam.send(new import_client_iam10.ListGroupPoliciesCommand({ GroupName, ...marker })));
  const inline2 = [];
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing(iam.send(new import_client_iam10.GetGroupPolicyCommand({ GroupName, PolicyName })));
    if (policy) inline2.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) });
  }
  const attached2 = await allPages(
    (marker) => iam.send(new import_client_iam10.ListAttachedGroupPoliciesCommand({ GroupName, ...marker }))
  );
  return {
    name: GroupName,
    arn: given(group.Group?.Arn, "Arn"),
    inline: inline2,
    attached: attached2.flatMap((page) => page.AttachedPolicies ?? []).map((policy) => given(policy.PolicyArn, "PolicyArn"))
  };
}

// src/connectors/aws-iam/io/outside/remover.ts
var import_client_iam11 = __toESM(require_dist_cjs5(), 1);
async function takeAway(iam, holder, thing) {
  const UserName = bareName(holder);
  switch (thing.what) {
    case "key": {
      const which = { UserName, AccessKeyId: thing.key };
      if (thing.active) await iam.send(new import_client_iam11.UpdateAccessKeyCommand({ ...which, Status: "Inactive" }));
      await iam.send(new import_client_iam11.DeleteAccessKeyCommand(which));
      return;
    }
    case "login":
      await iam.send(new import_client_iam11.DeleteLoginProfileCommand({ UserName }));
      return;
    case "member":
      await iam.send(new import_client_iam11.RemoveUserFromGroupCommand({ UserName, GroupName: thing.group }));
      return;
    case "attached":
      return detach(iam, holder, thing.arn);
    case "inline":
      return deleteInline(iam, holder, thing.name);
  }
}
async function deleteUser(iam, user) {
  await iam.send(new import_client_iam11.DeleteUserCommand({ UserName: bareName(user) }));
}
async function detach(iam, holder, PolicyArn) {
  const name = bareName(holder);
  if (holder.startsWith("user/")) await iam.send(new import_client_iam11.DetachUserPolicyCommand({ UserName: name, PolicyArn }));
  else if (holder.startsWith("role/"))
    await iam.send(new import_client_iam11.DetachRolePolicyCommand({ RoleName: name, PolicyArn }));
  else await iam.send(new import_client_iam11.DetachGroupPolicyCommand({ GroupName: name, PolicyArn }));
}
async function deleteInline(iam, holder, PolicyName) {
  const name = bareName(holder);
  if (holder.startsWith("user/")) await iam.send(new import_client_iam11.DeleteUserPolicyCommand({ UserName: name, PolicyName }));
  else if (holder.startsWith("role/"))
    await iam.send(new import_client_iam11.DeleteRolePolicyCommand({ RoleName: name, PolicyName }));
  else await iam.send(new import_client_iam11.DeleteGroupPolicyCommand({ GroupName: name, PolicyName }));
}

// src/connectors/aws-iam/io/outside/waits.ts
var WAITS = [0, 500, 1e3, 2e3, 4e3, 8e3, 15e3, 3e4, 3e4];

// src/connectors/aws-iam/io/outside/remediate.ts
async function remediate(bench, principal, asked, explained, save) {
  if (isKnown(bench.house, principal))
    return asked.map(({ id }) => kept(id, "Nothing on it is anybody’s finding."));
  if (!/^(?:user|role|group)\//u.test(resourceOf(principal)))
    return asked.map(({ id }) => kept(id, "It is never taken away automatically."));
  const done = /* @__PURE__ */ new Map();
  try {
    await work(bench, principal, asked, explained, save, done);
  } catch (error) {
    const { code, message } = tell(error);
    for (const { id } of asked) if (!done.has(id)) done.set(id, failed(id, `${code}: ${message}`));
  }
  return asked.map(({ id }) => done.get(id) ?? failed(id, "It was not reached."));
}
async function work(bench, principal, asked, explained, save, done) {
  const fresh = await read2(bench, principal);
  if (!fresh) {
    for (const { id } of asked) done.set(id, gone(id));
    return;
  }
  const items2 = itemsOf(fresh, bench.house, explained);
  const things = thingsOn(fresh);
  for (const one of asked) {
    const answer = left(one, items2.get(one.id), things.get(one.id), bench);
    if (answer) done.set(one.id, answer);
  }
  const going = [...things].filter(([id]) => asked.some((one) => one.id === id) && !done.has(id));
  const saved2 = /* @__PURE__ */ new Map();
  for (const [id, thing] of going) {
    const value = savedOf(thing, fresh, items2.get(id) ?? { id, digest: "" });
    await save(id, value);
    saved2.set(id, value);
  }
  const isLast = asked.some(({ id }) => id === "principal") && !done.has("principal");
  if (isLast) await save("principal", null);
  const errors = await takeAll(bench, fresh, going);
  const after = going.length === 0 ? fresh : await reread(
    bench,
    principal,
    going.map(([id]) => id)
  );
  const standing = after ? thingsOn(after) : /* @__PURE__ */ new Map();
  for (const [id] of going) {
    if (!standing.has(id)) done.set(id, { id, state: "removed", why: null, saved: saved2.get(id) ?? null });
    else done.set(id, refused(id, errors.get(id)));
  }
  if (isLast) done.set("principal", after ? await takeUser(bench, principal, after) : gone("principal"));
}
function left({ id, digest }, item2, thing, { ports }) {
  if (!item2 && thing) return kept(id, "Something explains it now, so it is nobody’s finding any more.");
  if (!item2) return id === "principal" ? kept(id, "A file names it now.") : gone(id);
  if (item2.digest !== digest)
    return kept(id, "It has changed since it was found: it has to be found and decided anew.");
  if (!item2.removable) return kept(id, item2.why);
  if (thing?.what === "key" && thing.key === ports.environment["AWS_ACCESS_KEY_ID"])
    return kept(
      id,
      "This run works with it. Name its user in “known” of the system, or run with other credentials."
    );
  return thing || id === "principal" ? null : kept(id, "There is no call that takes it away.");
}
async function takeAll({ iam, ports }, { name }, going) {
  const errors = /* @__PURE__ */ new Map();
  for (const [id, thing] of going) {
    try {
      ports.signal.throwIfAborted();
      await takeAway(iam, name, thing);
    } catch (error) {
      if (codeOf(error) !== "NoSuchEntity") errors.set(id, error);
    }
  }
  return errors;
}
async function reread(bench, principal, ids) {
  let fresh = null;
  for (const wait of WAITS) {
    if (wait > 0) await bench.ports.sleep(wait);
    fresh = await read2(bench, principal);
    const standing = fresh && thingsOn(fresh);
    if (!standing || !ids.some((id) => standing.has(id)) || bench.ports.signal.aborted) return fresh;
  }
  return fresh;
}
async function takeUser(bench, principal, fresh) {
  const [rest] = thingsOn(fresh).keys();
  if (rest !== void 0) return kept("principal", `There is still something on it: ${rest}.`);
  if (fresh.signIn?.mfa === true) return kept("principal", "It has an MFA device: take that off by hand.");
  try {
    await deleteUser(bench.iam, fresh.name);
  } catch (error) {
    if (codeOf(error) !== "NoSuchEntity") return refused("principal", error);
  }
  for (const wait of WAITS) {
    if (wait > 0) await bench.ports.sleep(wait);
    if (!await read2(bench, principal)) return { id: "principal", state: "removed", why: null, saved: null };
  }
  return refused("principal", void 0);
}
function read2({ iam, house, ports }, principal) {
  return readFresh(iam, principal, house.instance, ports.log);
}
function itemsOf({ view, name }, house, explained) {
  const own = findOutside(view, house, explained).find((each) => each.name === name);
  return new Map(own?.items.map((item2) => [item2.id, item2]));
}
function refused(id, error) {
  if (error === void 0) return failed(id, "It still shows. The next run looks again.");
  const { code, message } = tell(error);
  if (code === "UnmodifiableEntity") return kept(id, `IAM lets nobody change it: ${message}`);
  if (code === "DeleteConflict") return kept(id, `IAM says that something is still on it: ${message}`);
  return failed(id, `${code}: ${message}`);
}
function kept(id, why) {
  return { id, state: "kept", why, saved: null };
}
function failed(id, why) {
  return { id, state: "failed", why, saved: null };
}
function gone(id) {
  return { id, state: "removed", why: "It was gone already.", saved: null };
}

// src/connectors/aws-iam/io/outside/restore.ts
var import_client_iam12 = __toESM(require_dist_cjs5(), 1);

// src/connectors/aws-iam/outside/saved.ts
var common = {
  /** So that a value of another version, or of something else, is refused. */
  form: external_exports.literal("aws-iam/1"),
  id: external_exports.string(),
  digest: external_exports.string(),
  /** Unique id of whom it was taken from; null for a group, whose own is never read. */
  principalId: external_exports.string().nullable(),
  /** Digest of all that it gave; null: that could not be read, so that nobody can tell whether it would be the same. */
  confers: external_exports.string().nullable()
};
var saved = external_exports.discriminatedUnion("what", [
  external_exports.strictObject({ ...common, what: external_exports.literal("attached"), arn: external_exports.string() }),
  external_exports.strictObject({ ...common, what: external_exports.literal("inline"), name: external_exports.string(), document: external_exports.string() }),
  external_exports.strictObject({ ...common, what: external_exports.literal("member"), group: external_exports.string() })
]);
function readSaved(value) {
  const result = saved.safeParse(value);
  return result.success ? result.data : null;
}

// src/connectors/aws-iam/io/outside/restore.ts
async function restore(bench, principal, value) {
  const saved2 = readSaved(value);
  if (!saved2) throw new UnableError("This is nothing that was saved when access was taken away.");
  const { id } = saved2;
  const kept2 = (why) => ({ id, state: "kept", why });
  try {
    const fresh = await read3(bench, principal);
    if (!fresh) return kept2(`${principal} doesn’t exist any more.`);
    if (saved2.principalId !== ("id" in fresh.holder ? fresh.holder.id : null))
      return kept2(`${principal} is not the one that it was taken from: it was deleted and made again.`);
    const stands2 = thingsOn(fresh).has(id);
    const then = stands2 ? fresh : withSaved(await withDocuments(bench, fresh, saved2), saved2);
    if (digestIn(then, bench.house, id) !== saved2.digest)
      return kept2("It would not say what it said when it was taken away.");
    if (saved2.confers === null || conferredBy(saved2, then) !== saved2.confers)
      return kept2("It would not give just what it gave when it was taken away, or nobody can tell.");
    if (stands2) return { id, state: "restored", why: "It was there already." };
    await putBack(bench.iam, fresh.name, saved2);
    for (const wait of WAITS) {
      if (wait > 0) await bench.ports.sleep(wait);
      const shown = await read3(bench, principal);
      if (shown && digestIn(shown, bench.house, id) === saved2.digest)
        return { id, state: "restored", why: null };
    }
    return { id, state: "failed", why: "It doesn’t show yet. Look again in a few minutes." };
  } catch (error) {
    const { code, message } = tell(error);
    return { id, state: "failed", why: `${code}: ${message}` };
  }
}
async function withDocuments({ iam, ports }, fresh, saved2) {
  if (saved2.what === "inline") return fresh;
  const { view } = fresh;
  const group = saved2.what === "member" ? await readGroup(iam, saved2.group) : null;
  const managed2 = new Map(view.managed);
  for (const arn of saved2.what === "attached" ? [saved2.arn] : group?.attached ?? [])
    managed2.set(arn, await readManaged(iam, arn, ports.log));
  const groups2 = new Map(view.account.groups);
  if (group) groups2.set(group.name, group);
  return { ...fresh, view: { ...view, managed: managed2, account: { ...view.account, groups: groups2 } } };
}
var NOTHING2 = { accounts: /* @__PURE__ */ new Map(), targets: [], owned: /* @__PURE__ */ new Map(), onFile: () => true };
function digestIn({ view, name }, house, id) {
  const everything = { ...house, own: /* @__PURE__ */ new Set(), known: /* @__PURE__ */ new Set() };
  const found = findOutside(view, everything, NOTHING2).find((each) => each.name === name);
  return found?.items.find((item2) => item2.id === id)?.digest ?? null;
}
function read3({ iam, house, ports }, principal) {
  return readFresh(iam, principal, house.instance, ports.log);
}
async function putBack(iam, holder, saved2) {
  const name = bareName(holder);
  if (saved2.what === "member") {
    await iam.send(new import_client_iam12.AddUserToGroupCommand({ UserName: name, GroupName: saved2.group }));
  } else if (saved2.what === "attached") {
    const { arn: PolicyArn } = saved2;
    if (holder.startsWith("user/")) await iam.send(new import_client_iam12.AttachUserPolicyCommand({ UserName: name, PolicyArn }));
    else if (holder.startsWith("role/"))
      await iam.send(new import_client_iam12.AttachRolePolicyCommand({ RoleName: name, PolicyArn }));
    else await iam.send(new import_client_iam12.AttachGroupPolicyCommand({ GroupName: name, PolicyArn }));
  } else {
    const policy = { PolicyName: saved2.name, PolicyDocument: saved2.document };
    if (holder.startsWith("user/")) await iam.send(new import_client_iam12.PutUserPolicyCommand({ UserName: name, ...policy }));
    else if (holder.startsWith("role/"))
      await iam.send(new import_client_iam12.PutRolePolicyCommand({ RoleName: name, ...policy }));
    else await iam.send(new import_client_iam12.PutGroupPolicyCommand({ GroupName: name, ...policy }));
  }
}

// src/connectors/aws-iam/io/session.ts
async function openSession(system, ports, transport = null) {
  const settings = settingsOf(system);
  const wire = { ports, region: settings.region, transport, meter: new Meter() };
  const credentials = await assume(wire, settings);
  return sessionOf(system, wire, credentials);
}
function sessionOf(system, wire, credentials) {
  const { ports, meter } = wire;
  const iam = iamClient(wire, credentials);
  const instance = instanceOf(system);
  const { account } = settingsOf(system);
  const house = houseOf(system);
  const trail = () => trailClient(wire, credentials);
  const may = (purpose) => {
    if (ports.purpose !== purpose)
      throw new InternalError(`A session opened for ${DOING[ports.purpose]} was asked to ${purpose}.`);
  };
  const cache = /* @__PURE__ */ new Map();
  return {
    serverTime: () => meter.serverTime,
    async read() {
      try {
        const detail = await readAccount(iam, () => given(meter.serverTime ?? void 0, "Date header"));
        return liveOf(system.id, detail, instance);
      } catch (error) {
        throw unreachable(error);
      }
    },
    async judge(live, goals) {
      const detail = detailOf(live);
      return judge(detail, goals, account, await boundaryDocuments(iam, detail, goals, cache, ports.log));
    },
    async documents(live) {
      const { account: read4 } = detailOf(live);
      for (const arn of missingDocuments(read4))
        if (!cache.has(arn)) cache.set(arn, await readManaged(iam, arn, ports.log));
      return documentsOf(read4, instance, cache);
    },
    async clean(live) {
      may("write");
      return clean(new Writer(iam, instance, ports), detailOf(live), live.misplaced, ports);
    },
    async converge(goal, live) {
      may("write");
      const { account: read4 } = detailOf(live);
      const limits = limitsFrom(read4.summary)[kindOf(goal.principal)];
      return converge(
        { iam, instance, ports, limits },
        goal,
        live.principals.get(goal.principal)?.principalId ?? null
      );
    },
    outside(live, explained) {
      return readOutside({ iam, trail, house, managed: cache, ports }, detailOf(live), explained);
    },
    activity(asked) {
      return readActivity({ iam, account, trails: () => trailsOf(wire, credentials), ports }, asked);
    },
    async guess(live, explained, terms) {
      const { view, unread } = await viewWhole({ iam, house, managed: cache, ports }, detailOf(live));
      const [organization = ""] = system.repository.split("/");
      const gaps = unread.map(({ why }) => why);
      return guess({ view, house, explained, organization, terms, unread: gaps });
    },
    async remediate(principal, items2, explained, save) {
      may("remediate");
      if (system.entry.data.outOfBand !== "revoke") {
        const why = "The system says “outOfBand: report”: nothing in it is ever taken away.";
        return items2.map(({ id }) => ({ id, state: "kept", why, saved: null }));
      }
      return remediate({ iam, house, ports }, principal, items2, explained, save);
    },
    async restore(principal, saved2) {
      may("restore");
      return restore({ iam, house, ports }, principal, saved2);
    },
    calls: () => ({ read: meter.read, write: meter.write })
  };
}
async function trailsOf(wire, credentials) {
  const trails = [];
  for (const region of /* @__PURE__ */ new Set([trailRegion(wire), wire.region])) {
    const client = await trailClient(wire, credentials, region);
    if (!client) return null;
    trails.push({ region, client });
  }
  return trails;
}
var DOING = { read: "reading", write: "writing", remediate: "remediating", restore: "restoring" };
function houseOf(system) {
  const { account, readRole: readRole2, writeRole, remediateRole } = settingsOf(system);
  return {
    number: account,
    instance: instanceOf(system),
    own: new Set([readRole2, writeRole, remediateRole].filter((role) => role !== void 0)),
    known: new Set(system.entry.data.known)
  };
}
function detailOf(live) {
  if (live.detail instanceof Detail) return live.detail;
  throw new InternalError("An account was read by another connector.");
}
export {
  openSession
};
