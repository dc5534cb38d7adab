package exchange.settlement.app.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

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
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        Path directory = path.resolveSibling("");
        try {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(draft);
            // Created with its permissions: a file that is closed to others a moment later may already have been opened.
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var file = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        } catch (IOException failure) {
            throw new InsecureSetup("The file " + path + " cannot be written: make its directory writable for this user.",
                    failure);
        }
    }
}
