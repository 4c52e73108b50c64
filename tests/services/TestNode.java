import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.Build;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * A real Elasticsearch in this JVM: the server of Maven Central with its HTTP transport as the one
 * module. Not the distribution: no scripts, no analysis-common, no security; the site needs none.
 *
 * <p>Arguments: the folder with modules/, a folder for data, a port on 127.0.0.1.
 */
public final class TestNode {
  private static final String TRANSPORT = "transport-netty4";

  private TestNode() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Path data = Path.of(arguments[1]).toAbsolutePath();
    describeTransport(home.resolve("modules").resolve(TRANSPORT));
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("path.data", data)
            .put("path.logs", data.resolve("logs"))
            .put("cluster.name", "birge-tests")
            .put("node.name", "birge-tests")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[2])
            .put("transport.port", "0")
            // The tests' data are small, and a full disk is somebody else's.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            // As operators are told: an index made by accident would have the wrong mapping.
            .put("action.auto_create_index", false)
            .build();
    LogConfigurator.configureWithoutConfig(settings);
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), data.resolve("config"), () -> "birge-tests");
    PluginsLoader plugins =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of(),
            false);
    Node node = new Node(environment, plugins);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
    node.start();
    System.out.println("started on port " + arguments[2]);
    if (Boolean.getBoolean("birge.endWithParent")) {
      // The parent holds the other end of the pipe; when it is gone, however it went, so are we.
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  /** The distribution has this file beside a module's jars; the jars alone do not. */
  private static void describeTransport(Path folder) throws IOException {
    String version = Build.current().version();
    Path file = folder.resolve("plugin-descriptor.properties");
    String text =
        String.join(
            "\n",
            "name=" + TRANSPORT,
            "description=HTTP and transport",
            "version=" + version,
            "elasticsearch.version=" + version,
            "java.version=17",
            "classname=org.elasticsearch.transport.netty4.Netty4Plugin",
            "");
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static void close(Node node) {
    try {
      node.close();
      node.awaitClose(5, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException failure) {
      System.err.println("not closed in order: " + failure);
    }
  }
}
