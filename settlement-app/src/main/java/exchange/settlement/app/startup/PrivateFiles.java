package exchange.settlement.app.startup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only their owner can read, from the moment they exist. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /**
     * Writes a whole file with mode 0600. Readers see the old content or the new, never a part, also after a power failure.
     *
     * @param file    the file to create or replace; its directory must exist
     * @param content the text, written as UTF-8
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_FILE);
        try (FileChannel channel = FileChannel.open(draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        moveDurably(draft, file);
    }

    /**
     * Makes sure that a directory with mode 0700 is there. Missing parents are made the same way.
     *
     * @param directory the directory; if it exists already, its mode is corrected
     * @return the same directory
     * @throws IOException if it cannot be made
     */
    public static Path directory(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
        Files.setPosixFilePermissions(directory, OWNER_DIRECTORY);
        return directory;
    }

    /**
     * Renames within one file system, in one step, and makes the new name survive a power failure.
     *
     * @param from what to rename
     * @param to   the new name
     * @throws IOException if it cannot be renamed
     */
    public static void moveDurably(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        // The name lives in the directory, so the directory is what has to reach the disk.
        try (FileChannel directory = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
