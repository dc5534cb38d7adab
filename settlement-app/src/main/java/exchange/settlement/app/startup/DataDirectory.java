package exchange.settlement.app.startup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * The directory in which the engine keeps everything: database, keys, credentials. It belongs to one running engine at a
 * time, from {@link #open(Path)} until {@link #close()} or the end of the process, however that comes about.
 */
public final class DataDirectory implements AutoCloseable {

    /** A predecessor that is just ending gets this long to let go. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path path;
    private final DataDirectoryLock lock;

    private DataDirectory(Path path, DataDirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be (mode 0700) and takes possession of it.
     *
     * @param configured where it is to be, absolute or relative to the working directory
     * @return the directory, now this process's own
     * @throws StartupFailure if it cannot be written, or another engine has it
     */
    public static DataDirectory open(Path configured) {
        Path absolute = configured.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path path = absolute.toRealPath();
            return new DataDirectory(path, DataDirectoryLock.acquire(path, PATIENCE));
        } catch (IOException failure) {
            throw new StartupFailure("The data directory " + absolute + " cannot be written (" + reason(failure)
                    + "): make it writable for this user, or name another with SETTLEMENT_DATA_DIRECTORY.", failure);
        }
    }

    /** The directory's real, absolute path. */
    public Path path() {
        return path;
    }

    /** Lets go of the directory: another engine may have it now. */
    @Override
    public void close() {
        lock.close();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> file.getFile() + " is not a directory";
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }
}
