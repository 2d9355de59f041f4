package io.muster.gateway.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.muster.domain.AreaId;
import io.muster.domain.InvalidFieldException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON file with all API keys. It contains no secrets, but write access to it grants access to the gateway; only
 * its owner may read and write it. It is replaced atomically, so that a gateway never reads a partial file.
 */
public final class KeysFile {

    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    public KeysFile(Path path) {
        this.path = path;
    }

    /** Path of the file. */
    public Path path() {
        return path;
    }

    /**
     * All keys, in the order in which they were added; empty if the file does not exist.
     *
     * @throws KeysFileException if the file cannot be read
     */
    public List<KeyEntry> read() {
        return find().orElse(List.of());
    }

    /**
     * All keys, in the order in which they were added; empty if the file does not exist.
     *
     * @throws KeysFileException if the file cannot be read
     */
    Optional<List<KeyEntry>> find() {
        try {
            return Optional.of(KeysJson.read(Files.readAllBytes(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonMappingException e) {
            throw broken("is not a keys file: " + reasonOf(e), e);
        } catch (JsonProcessingException e) {
            throw broken("is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw broken("cannot be read: " + e, e);
        }
    }

    /**
     * Adds a key.
     *
     * @return the key with its secret, which cannot be shown again
     * @throws InvalidFieldException if name, source or area is invalid
     * @throws KeysFileException if the file cannot be read or written
     */
    public ApiKey add(String name, Collection<String> sources, Collection<AreaId> areas, Instant now) {
        SecureRandom random = new SecureRandom();
        ApiKey key = ApiKey.random(random);
        KeyEntry entry = KeyEntry.of(key, name, sources, areas, now, random);
        try (FileChannel lock = lockFile()) {
            lock.lock();
            List<KeyEntry> keys = new ArrayList<>(read());
            keys.add(entry);
            write(keys);
            return key;
        } catch (IOException e) {
            throw broken("cannot be written: " + e, e);
        }
    }

    /**
     * Removes a key.
     *
     * @return whether there was a key with this id
     * @throws KeysFileException if the file cannot be read or written
     */
    public boolean remove(String id) {
        try (FileChannel lock = lockFile()) {
            lock.lock();
            List<KeyEntry> keys = new ArrayList<>(read());
            boolean removed = keys.removeIf(key -> key.id().equals(id));
            if (removed) {
                write(keys);
            }
            return removed;
        } catch (IOException e) {
            throw broken("cannot be written: " + e, e);
        }
    }

    /** Locks the file against concurrent changes by other processes. */
    private FileChannel lockFile() throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return FileChannel.open(
                absolute.resolveSibling(absolute.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private void write(List<KeyEntry> keys) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path next = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.deleteIfExists(next);
        createForOwner(next);
        Files.write(next, KeysJson.write(keys), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void createForOwner(Path file) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } else {
            Files.createFile(file);
        }
    }

    private static String reasonOf(JsonMappingException failure) {
        return failure.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : failure.getOriginalMessage();
    }

    private KeysFileException broken(String problem, IOException cause) {
        return new KeysFileException("the keys file " + path + " " + problem, cause);
    }
}
