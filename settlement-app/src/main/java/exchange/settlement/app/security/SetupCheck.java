package exchange.settlement.app.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * A setup that passed: it does not put money within reach of strangers. Whatever makes keys or secrets asks for this first.
 *
 * @param loopback whether only programs on this machine can reach the engine
 */
record SetupCheck(boolean loopback) {

    /** Whether only programs on this machine can reach the engine. Without {@code server.address} everybody can. */
    private static boolean isLoopback(Environment environment) {
        String address = environment.getProperty("server.address", "");
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * Looks at where the engine listens and how it is protected there.
     *
     * @param environment where {@code server.*} is set
     * @param security    what is set about security
     * @throws InsecureSetup if it is reachable from elsewhere without TLS or with clients whose secrets were made for trying out
     */
    static SetupCheck of(Environment environment, SecurityProperties.Security security) {
        if (isLoopback(environment)) {
            return new SetupCheck(true);
        }
        if (!hasTls(environment) && !security.trustedProxy()) {
            throw new InsecureSetup("The engine listens beyond loopback without TLS: set server.ssl.*, or"
                    + " settlement.security.trusted-proxy=true if a proxy in front terminates TLS, or server.address=127.0.0.1.");
        }
        if (security.bundledClients()) {
            throw new InsecureSetup("The engine listens beyond loopback with the bundled clients, which are for trying out: set"
                    + " settlement.security.bundled-clients=false and name your own under settlement.clients.");
        }
        return new SetupCheck(false);
    }

    private static boolean hasTls(Environment environment) {
        boolean configured = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        return configured && environment.getProperty("server.ssl.enabled", Boolean.class, true);
    }
}
