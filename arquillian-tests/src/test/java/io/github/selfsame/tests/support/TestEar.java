package io.github.selfsame.tests.support;

import io.github.selfsame.tests.model.Author;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Puts together an enterprise application: libraries, a module with enterprise beans and the persistence unit, and a web
 * module apart from it.
 */
public final class TestEar {

    private TestEar() {}

    /** The application with the test's package in its web module, and another package in its other module. */
    public static EnterpriseArchive with(String name, Class<?> test, Class<?> enterpriseBean) {
        JavaArchive beans = ShrinkWrap.create(JavaArchive.class, name + "-beans.jar")
                .addPackage(enterpriseBean.getPackage())
                .addPackage(Author.class.getPackage())
                .addClasses(TestDatabase.class, Books.class, DeliberateException.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        Map<String, String> unitProperties = new TreeMap<>(TestWar.SCHEMA);
        unitProperties.putAll(TestWar.CUSTOMIZER_LINE);
        beans.addAsManifestResource(
                new PersistenceXml(beans).unit("library", unitProperties).asset(), "persistence.xml");
        WebArchive web = ShrinkWrap.create(WebArchive.class, name + "-web.war")
                .addPackage(test.getPackage())
                .addClass(InContainerTest.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
                .addAsModule(beans)
                .addAsModule(Testable.archiveToTest(web));
        Server.descriptors().forEach(descriptor -> ear.addAsManifestResource(descriptor, descriptor.getName()));
        Server.warLibraries().forEach(ear::addAsLibrary);
        return ear;
    }
}
