"use strict";

const { App, TerraformStack } = require("cdktf");

/** The class that `fqn` configures: that of `@cdktf/provider-aws.dynamodbTable.DynamodbTableConfig` is `DynamodbTable`. */
function configuredBy(fqn) {
  const [, module, path] = /^(@[^/]+\/[^.]+|[^.]+)\.(.+)Config$/.exec(fqn);
  const found = path.split(".").reduce((parent, name) => parent?.[name], require(module));
  if (!found) {
    throw new Error(`Type '${fqn}' not found`);
  }
  return found;
}

/** Stacks that CDKTF writes into one folder. */
class Stacks {
  constructor(folder) {
    this.app = new App({ outdir: folder, stackTraces: false });
  }

  /** Where they are written: CDKTF has a variable for that, and heeds it first. */
  get folder() {
    return this.app.outdir;
  }

  /** `elements` is JSON: what `Element.java` says of each, those that others need first. */
  make(stackName, elements) {
    const stack = new TerraformStack(this.app, stackName);
    const made = new Map();
    for (const { id, type, config, name, provider, after, overrides } of JSON.parse(elements)) {
      if (provider) {
        config.provider = made.get(provider);
      }
      const element = new (configuredBy(type))(...(id ? [stack, id, config] : [stack, config]));
      if (name) {
        element.overrideLogicalId(name);
      }
      if (after) {
        element.dependsOn = after;
      }
      for (const [path, value] of Object.entries(overrides ?? {})) {
        element.addOverride(path, value);
      }
      made.set(id, element);
    }
  }

  write() {
    this.app.synth();
  }
}

exports.Stacks = Stacks;
