// Connects through the proxy that the environment names for an address, or directly where it names none. (AWS page: "Using an HTTP proxy for the AWS CLI")
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { ClientRequest } from 'node:http';
import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent, type AgentOptions } from 'node:https';
import { getProxyForUrl } from 'proxy-from-env';

export class AgentByEnvironment extends Agent {
  readonly #options: AgentOptions;
  readonly #agents = new Map<string, PlainAgent>();

  constructor(options: AgentOptions) {
    super(options);
    this.#options = options;
  }

  connect(request: ClientRequest, { secureEndpoint }: AgentConnectOpts): PlainAgent {
    const scheme = secureEndpoint ? 'https:' : 'http:';
    const proxy = getProxyForUrl(`${scheme}//${String(request.getHeader('host'))}`);
    const key = `${scheme} ${proxy}`;
    const agent = this.#agents.get(key) ?? this.#agentFor(proxy, secureEndpoint);
    this.#agents.set(key, agent);
    return agent;
  }

  #agentFor(proxy: string, isTls: boolean): PlainAgent {
    if (proxy === '') return isTls ? new TlsAgent(this.#options) : new PlainAgent(this.#options);
    if (isTls) return new HttpsProxyAgent(proxy, this.#options);
    // On a connection that is kept the request line would leave as it was written before the proxy was known.
    return new HttpProxyAgent(proxy, { ...this.#options, keepAlive: false });
  }

  override destroy(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    super.destroy();
  }
}
