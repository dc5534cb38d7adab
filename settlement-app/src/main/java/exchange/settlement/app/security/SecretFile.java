package exchange.settlement.app.security;

import exchange.settlement.app.startup.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A file that only its owner can read, from the moment it exists. */
final class SecretFile {

    private final Path path;

    SecretFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * The content, if the file is there.
     *
     * @throws InsecureSetup if others could have read it, or nobody can
     */
    Optional<String> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            if (!mode.endsWith("------")) {
                throw new InsecureSetup(
                        "Others may read " + path + " (" + mode + "): take care of what they saw, then run chmod 600 on it.");
            }
            return Optional.of(Files.readString(path));
        } catch (IOException failure) {
            throw new InsecureSetup("The file " + path + " cannot be read: make it readable for this user.", failure);
        }
    }

    /**
     * Replaces the content as a whole: a reader sees the old or the new, also after a power failure.
     *
     * @throws InsecureSetup if it cannot be written
     */
    void write(String content) {
        try {
            PrivateFiles.directory(path.resolveSibling(""));
            PrivateFiles.write(path, content);
        } catch (IOException failure) {
            throw new InsecureSetup("The file " + path + " cannot be written: make its directory writable for this user.",
                    failure);
        }
    }
}
