package exchange.settlement.app.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * The HTTP port was free a moment ago. Asked before the database starts, so that the usual mistake is told at once; should
 * someone take the port in between, the web server's own failure is told in the same words.
 *
 * @param port the TCP port; 0 or less when the operating system chooses or no server runs
 */
record FreePort(int port) {

    private static final int PORT_MAX = 65535;

    /**
     * Tries the port by binding it for a moment.
     *
     * @param address the host name or address the server will listen on
     * @param setting the TCP port as configured
     * @return the port, if it can be had
     * @throws StartupFailure if it cannot, or if it is no port
     */
    static FreePort check(String address, String setting) {
        int port = read(setting);
        if (port > 0) {
            bind(address, port);
        }
        return new FreePort(port);
    }

    static String takenSentence(int port) {
        return "Port " + port + " is already in use: stop the program that has it, or choose another port with SERVER_PORT.";
    }

    /** The setting may be anything, and is shown where control characters would do something. */
    static String noPortSentence(String setting) {
        return "The port \"" + setting.replaceAll("\\p{Cntrl}", "?")
                + "\" is no whole number from 0 to 65535: choose another with SERVER_PORT.";
    }

    private static int read(String setting) {
        try {
            int port = Integer.parseInt(setting.strip());
            if (port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through to the refusal.
        }
        throw new StartupFailure(noPortSentence(setting));
    }

    private static void bind(String address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            socket.getLocalPort();
        } catch (UnknownHostException unknown) {
            throw new StartupFailure("The address \"" + address
                    + "\" is unknown on this machine: set SERVER_ADDRESS to one of its own, such as 127.0.0.1.", unknown);
        } catch (IOException failure) {
            String reason = String.valueOf(failure.getMessage());
            throw new StartupFailure(reason.contains("in use") ? takenSentence(port)
                    : "Port " + port + " on " + address + " cannot be listened on (" + reason
                            + "): choose others with SERVER_PORT and SERVER_ADDRESS.",
                    failure);
        }
    }
}
